pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// One stop. Landscape: the picture on the leading side, words beside it. Portrait and kiosk: the picture on top.
Item {
    id: page

    readonly property bool inSight: wordY >= words.contentY && wordY <= words.contentY + words.height - Space.vast
    readonly property real wordY: story.mapY
    // Without a picture a plate stands in its place, and the words get the room.
    readonly property real share: pictures.bare ? (!Format.landscape ? 0.2 : Look.text_scale > 1.2 ? 0.3 : 0.45)
        : Format.landscape ? 0.57 : Format.kiosk ? 0.4 : 0.42

    PictureShow {
        id: pictures
        x: Format.landscape && Look.right_to_left ? page.width - width : 0
        width: Format.landscape ? Math.round(page.width * page.share) : page.width
        height: Format.landscape ? page.height : Math.round(page.height * page.share)
    }
    SignPicture {
        picture: pictures
    }
    RecognitionMoment {
        id: moment
        anchors.fill: pictures
        picture: pictures
    }
    Binding {
        target: Captions
        property: "in_sight"
        value: page.inSight
    }
    Component.onCompleted: {
        if (ScanView.take_moment())
            moment.play();
    }
    ScrollArea {
        id: words
        objectName: "stop-words"
        x: Format.landscape && !Look.right_to_left ? pictures.width : 0
        y: Format.landscape ? 0 : pictures.height
        width: Format.landscape ? page.width - pictures.width : page.width
        height: page.height - y - Format.covered
        // No line longer than some 75 characters: the eye finds the next one.
        inset: Format.landscape ? Space.wide : Math.max(Space.margin, Math.round((width - 33 * Face.body) / 2))
        topInset: Format.landscape ? Space.wide : Space.margin
        spacing: Space.base
        onMovementStarted: {
            follow.stop();
            leftAlone.restart();
        }

        StopHead { width: parent.width }
        DepthSwitch { width: parent.width }
        StopFilms { width: parent.width }
        StopSounds { width: parent.width }
        StopStory {
            id: story
            readonly property real mapY: words.topInset + y + wordTop
            width: parent.width
        }
        StopFacts { width: parent.width }
        StopNext { width: parent.width }
    }
    Connections {
        target: StopPage
        function onChanged() {
            follow.stop();
            leftAlone.stop();
            words.contentY = 0;
        }
    }

    // The text follows the voice, unless the visitor has scrolled just now: then it is theirs for a while.
    Timer {
        id: leftAlone
        interval: 8000
        onTriggered: page.keepUp()
    }
    onWordYChanged: Qt.callLater(keepUp)
    NumberAnimation {
        id: follow
        target: words
        property: "contentY"
        duration: Motion.follow
        easing.type: Easing.InOutSine
    }

    // Puts the line being told at a third of the height, where the eye rests; what is well in view stays as it is,
    // so that the text moves now and then, not under every line.
    function keepUp() {
        if (!story.telling || !NarrationBar.playing || leftAlone.running || words.moving)
            return;
        // The first moments belong to the title.
        if (words.contentY < 1 && NarrationBar.position_ms < 8000)
            return;
        const wanted = Math.max(0, Math.min(words.contentHeight - words.height, wordY - words.height / 3));
        const at = wordY - (follow.running ? follow.to : words.contentY);
        if (at > Face.body && at < words.height * 0.62)
            return;
        follow.stop();
        follow.to = wanted;
        follow.start();
    }
}
