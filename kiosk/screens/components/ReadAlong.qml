pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// A text that is read along: the word being spoken is marked by weight, underline and colour.
// The marked word keeps the width it had, so that no line ever moves under the reader's eye.
// Where it leads, a touch on a sentence tells on from there; by keys, up and down choose one and Enter goes.
Item {
    id: follower

    property string text: ""
    property string tag: ""
    property int size: Face.body
    property int alignment: foreignDirection ? TextEdit.AlignRight : TextEdit.AlignLeft
    property color ground: Colour.surface
    property bool leads: false
    // Places in the text: x the first unit, y the one after the last. The sentence is marked where its words' times are not known.
    property point word: Qt.point(0, 0)
    property point sentence: Qt.point(0, 0)
    // The sentence under the finger, or chosen by keys.
    property point chosen: Qt.point(0, 0)
    readonly property bool tall: Look.is_tall(tag)
    readonly property real line: Math.round(size * (tall ? 1.7 : 1.5))
    readonly property bool foreignDirection: Look.runs_right_to_left(tag) !== Look.right_to_left
    property rect place: Qt.rect(0, 0, 0, 0)
    // Where it is being told: the word, or where nobody knows the words' times the beginning of the sentence.
    readonly property bool telling: place.width > 0 || sentence.y > sentence.x
    readonly property real wordTop: place.width > 0 ? place.y : topOf(sentence)
    // Where the one chosen by keys begins, -1 for none: what is under a finger stays where it is.
    readonly property real chosenTop: activeFocus && !finger.pressed && chosen.y > chosen.x ? topOf(chosen) : -1

    implicitHeight: edit.implicitHeight
    activeFocusOnTab: leads
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.focusable: leads
    //: Read aloud with the text of a story, to those who use keys: how to hear it from another place
    Accessible.description: leads ? qsTr("Up and down choose a sentence, Enter tells on from it.") : ""
    Accessible.onIncreaseAction: step(1)
    Accessible.onDecreaseAction: step(-1)
    Accessible.onPressAction: go(chosen.x)
    Keys.onDownPressed: event => event.accepted = leads && step(1)
    Keys.onUpPressed: event => event.accepted = leads && step(-1)
    Keys.onReturnPressed: event => event.accepted = leads && go(chosen.x)
    Keys.onEnterPressed: event => event.accepted = leads && go(chosen.x)
    Keys.onEscapePressed: event => event.accepted = leads && Captions.take_back()
    onActiveFocusChanged: choose(activeFocus ? Captions.find_sentence(Math.max(word.x, sentence.x)) : Qt.point(0, 0))
    onTextChanged: choose(Qt.point(0, 0))

    // The word's place in the text as it is laid out now.
    function locate() {
        place = setting.find_place(word.x, word.y);
        said.text = text.substring(word.x, word.y);
    }
    onWordChanged: locate()
    // A wider or narrower line leaves the content as tall as it was, and centred words elsewhere.
    onWidthChanged: soon.restart()
    function topOf(range: point): real {
        return range.y > range.x ? edit.positionToRectangle(Math.min(range.x, edit.length)).y : 0;
    }
    function choose(range: point) {
        chosen = range;
        if (range.y > range.x && range.y <= edit.length)
            edit.select(range.x, range.y);
        else
            edit.deselect();
    }
    function step(by: int): bool {
        const range = chosen.y > chosen.x ? Captions.find_beside(chosen.x, by) : Captions.find_sentence(0);
        if (range.y <= range.x)
            return false;
        choose(range);
        Accessible.announce(text.substring(range.x, range.y));
        return true;
    }
    function go(unit: int): bool {
        return chosen.y > chosen.x && Captions.go_to(unit);
    }

    TextEdit {
        id: edit
        width: follower.width
        readOnly: true
        selectByMouse: false
        activeFocusOnPress: false
        persistentSelection: true
        selectionColor: Colour.pressed
        selectedTextColor: Colour.ink
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.Wrap
        color: Colour.ink
        font.family: Look.text_family_of(follower.tag)
        font.pixelSize: follower.size
        horizontalAlignment: follower.alignment
        Accessible.ignored: true
        onContentSizeChanged: soon.restart()

        Typesetting {
            id: setting
            onChanged: soon.restart()
            document: edit.textDocument
            // Laid out once, when its width is known.
            text: follower.width > 0 ? follower.text : ""
            line_px: follower.line
            after_px: Math.round(follower.size * 0.7)
            marked: follower.place.width > 0 ? Qt.point(0, 0)
                : follower.word.y > follower.word.x ? follower.word : follower.sentence
        }
    }
    Rectangle {
        id: mark
        // Some letters reach a little beyond their own width.
        readonly property real reach: follower.size * 0.04
        readonly property real foot: height * 0.65
        visible: follower.place.width > 0
        x: edit.x + follower.place.x - reach
        y: edit.y + follower.place.y
        width: follower.place.width + 2 * reach
        height: follower.place.height
        color: follower.word.x >= follower.chosen.x && follower.word.y <= follower.chosen.y ? Colour.pressed : follower.ground

        Text {
            id: said
            font.family: edit.font.family
            font.pixelSize: edit.font.pixelSize
            font.weight: Font.Bold
            color: Colour.accent
            textFormat: Text.PlainText
            x: mark.reach
            y: mark.foot - baselineOffset
            transform: Scale { xScale: said.implicitWidth > 0 ? follower.place.width / said.implicitWidth : 1 }
            Accessible.ignored: true
        }
        Rectangle {
            x: mark.reach
            y: Math.min(mark.height, mark.foot + metrics.descent) - height
            width: follower.place.width
            height: Math.max(2, Math.round(follower.size / 14))
            color: Colour.accent
        }
    }
    FontMetrics {
        id: metrics
        font: said.font
    }
    Rectangle {
        anchors { fill: parent; margins: -Space.hair }
        visible: follower.activeFocus
        color: "transparent"
        radius: Space.radius
        border.width: 2
        border.color: Colour.edge
    }
    MouseArea {
        id: finger
        anchors.fill: edit
        enabled: follower.leads
        onPressed: event => follower.choose(Captions.find_sentence(edit.positionAt(event.x, event.y)))
        onCanceled: follower.choose(Qt.point(0, 0))
        onClicked: {
            follower.go(follower.chosen.x);
            seen.restart();
        }
    }
    // When it is laid out; not at all where the page is gone by then.
    Timer {
        id: soon
        interval: 0
        onTriggered: follower.locate()
    }
    // What was touched is seen to be for a moment.
    Timer {
        id: seen
        interval: 400
        onTriggered: if (!follower.activeFocus) follower.choose(Qt.point(0, 0))
    }
}
