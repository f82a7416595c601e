pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// A text that is read along: the word being spoken is marked by weight, underline and colour.
// The marked word keeps the width it had, so that no line ever moves under the reader's eye.
Item {
    id: follower

    property string text: ""
    // The sentence being told, where its words' times are not known: x the first character, y the one after the last.
    property point sentence: Qt.point(0, 0)
    property string tag: ""
    property int wordStart: 0
    property int wordEnd: 0
    readonly property bool tall: Look.is_tall(tag)
    readonly property bool foreignDirection: Look.runs_right_to_left(tag) !== Look.right_to_left
    readonly property bool marking: wordEnd > wordStart && wordEnd <= edit.length
    readonly property rect from: marking ? edit.positionToRectangle(wordStart) : Qt.rect(0, 0, 0, 0)
    readonly property rect to: marking ? edit.positionToRectangle(wordEnd) : Qt.rect(0, 0, 0, 0)
    // Where it is being told: the word, or where nobody knows the words' times the beginning of the sentence.
    readonly property bool telling: marking || sentence.y > sentence.x
    readonly property real wordTop: edit.y + (marking ? from.y
        : telling ? edit.positionToRectangle(Math.min(sentence.x, edit.length)).y : 0)

    implicitHeight: edit.implicitHeight

    TextEdit {
        id: edit
        width: follower.width
        readOnly: true
        selectByMouse: false
        activeFocusOnPress: false
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.Wrap
        color: Colour.ink
        font.family: Look.text_family_of(follower.tag)
        font.pixelSize: Face.body
        horizontalAlignment: follower.foreignDirection ? TextEdit.AlignRight : TextEdit.AlignLeft
        Accessible.role: Accessible.StaticText
        Accessible.name: follower.text

        Typesetting {
            document: edit.textDocument
            text: follower.text
            line_px: Face.body * (follower.tall ? 1.7 : 1.5)
            after_px: Face.body * 0.7
            marked: follower.sentence
        }
    }
    Rectangle {
        id: mark
        visible: follower.marking && follower.from.y === follower.to.y
        x: Math.min(follower.from.x, follower.to.x)
        y: follower.from.y
        width: Math.abs(follower.to.x - follower.from.x)
        height: follower.from.height
        color: Colour.surface

        Text {
            id: word
            text: edit.getText(follower.wordStart, follower.wordEnd)
            font.family: edit.font.family
            font.pixelSize: edit.font.pixelSize
            font.weight: Font.Bold
            color: Colour.accent
            textFormat: Text.PlainText
            anchors.bottom: parent.bottom
            transform: Scale { xScale: word.implicitWidth > 0 ? mark.width / word.implicitWidth : 1 }
            Accessible.ignored: true
        }
        Rectangle {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 1
            width: parent.width
            height: 2
            color: Colour.accent
        }
    }
}
