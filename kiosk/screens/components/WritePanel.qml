pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// Where a visitor writes. Plain text in both directions: each paragraph runs as its own letters do.
Column {
    id: panel

    readonly property alias field: field

    spacing: Space.hair

    T.TextArea {
        id: field
        objectName: "talk-text"
        width: parent.width
        implicitHeight: Math.max(contentHeight + 2 * Space.snug, Math.round(4.4 * Face.body * Face.leading))
        leftPadding: Space.base
        rightPadding: Space.base
        topPadding: Space.snug
        bottomPadding: Space.snug
        color: Colour.ink
        font.family: Face.textFamily
        font.pixelSize: Face.body
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        selectionColor: Colour.accent
        selectedTextColor: Colour.inkOnAccent
        // The keys on the screen write here too: they must not take the cursor away.
        persistentSelection: true
        selectByMouse: true
        //: In the empty field in which a visitor writes
        placeholderText: qsTr("Write here")
        Accessible.name: placeholderText
        Accessible.multiLine: true
        Keys.onTabPressed: event => {
            nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
            event.accepted = true;
        }
        onTextChanged: {
            const most = TalkBack.most_characters;
            if (length > most)
                remove(most, length);
            else if (TalkBack.text !== text)
                TalkBack.write(text);
        }
        background: Rectangle {
            radius: Space.radius
            color: Colour.raised
            border.width: field.activeFocus ? 2 : 1
            border.color: field.activeFocus ? Colour.accent : Colour.edge
            Words {
                visible: field.length === 0
                text: field.placeholderText
                color: Colour.muted
                x: Space.base
                y: Space.snug
                width: parent.width - 2 * Space.base
                Accessible.ignored: true
            }
        }
        Connections {
            target: TalkBack
            function onWords_changed() {
                if (field.text !== TalkBack.text)
                    field.text = TalkBack.text;
            }
        }
        Component.onCompleted: text = TalkBack.text
    }
    Words {
        objectName: "talk-left"
        visible: TalkBack.characters_left < 200
        //: How much more a visitor may write; %1 is a number of letters
        text: qsTr("%1 more letters fit").arg(Look.number(TalkBack.characters_left))
        size: Face.small
        color: TalkBack.characters_left === 0 ? Colour.accent : Colour.muted
        width: parent.width
    }
}
