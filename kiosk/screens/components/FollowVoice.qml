pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// A text on a page that scrolls follows the voice, unless the visitor has scrolled just now: then it is theirs for a while.
// Over its foot, after a leap: the way back.
Item {
    id: follow

    required property Flickable area
    // In the page's own pixels: the line being told, and the one chosen by keys (below 0 for none).
    required property real lineY
    // How high the area is where no caption stands over it.
    required property real room
    required property bool telling
    property real chosenY: -1
    // For so long the page's beginning stays: it belongs to the title.
    property int restsFor: 8000
    property bool inSight: true
    readonly property real lowest: Math.max(0, area.contentHeight - room)

    objectName: "follow-voice"
    x: area.x
    y: area.y
    width: area.width
    height: area.height

    onLineYChanged: soon.restart()
    onRoomChanged: soon.restart()
    onChosenYChanged: if (chosenY >= 0) show(chosenY)

    // Puts the line being told at a third of the height, where the eye rests; what is well in view stays as it is,
    // so that the text moves now and then, not under every line.
    function keepUp() {
        if (!telling || !NarrationBar.playing || leftAlone.running || area.moving)
            return;
        if (area.contentY < 1 && NarrationBar.position_ms < restsFor)
            return;
        const at = lineY - (slide.running ? slide.to : area.contentY);
        if (at <= Face.body || at >= room * 0.62)
            show(lineY);
    }
    // Whether the words show the line, or a caption has to.
    function look() {
        inSight = lineY >= area.contentY && lineY <= area.contentY + room - Space.vast;
    }
    function show(y: real) {
        slide.stop();
        slide.to = Math.max(0, Math.min(lowest, y - room / 3));
        slide.start();
    }
    // Another story: from its beginning.
    function begin() {
        slide.stop();
        leftAlone.stop();
        area.contentY = 0;
    }

    Connections {
        target: follow.area
        function onContentYChanged() { sight.restart(); }
        function onMovementStarted() {
            slide.stop();
            leftAlone.restart();
        }
    }
    Connections {
        target: Captions
        function onCame_forward() {
            leftAlone.stop();
            follow.show(follow.lineY);
        }
        function onLeapt() {
            leftAlone.stop();
        }
    }
    // When the page is laid out; not at all where it is gone by then.
    Timer {
        id: soon
        interval: 0
        onTriggered: {
            follow.look();
            follow.keepUp();
        }
    }
    Timer {
        id: sight
        interval: 0
        onTriggered: follow.look()
    }
    Timer {
        id: leftAlone
        interval: 8000
        onTriggered: follow.keepUp()
    }
    NumberAnimation {
        id: slide
        target: follow.area
        property: "contentY"
        duration: Motion.follow
        easing.type: Easing.InOutSine
    }
    TextButton {
        objectName: "take-back"
        visible: Captions.return_ms >= 0
        //: After a touch on a sentence has led there: goes back to where the story was before
        text: qsTr("Back to where I was")
        glyph: "back"
        width: Math.min(implicitWidth, follow.width - 2 * Space.base)
        anchors { bottom: parent.bottom; horizontalCenter: parent.horizontalCenter; bottomMargin: Space.tight }
        onClicked: Captions.take_back()
    }
}
