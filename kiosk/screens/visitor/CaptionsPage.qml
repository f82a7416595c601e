pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// A stop for those who read what others hear: its words first, large and over the whole page.
Item {
    id: page

    // A strip would only stand before the words.
    Binding {
        target: Captions
        property: "in_sight"
        value: true
    }
    Component.onCompleted: ScanView.take_moment()  // There is no picture here for it to grow into.

    ScrollArea {
        id: words
        objectName: "stop-words"
        anchors.fill: parent
        anchors.bottomMargin: Format.covered
        // Thirty to fifty letters a line: large ones are read from further away.
        inset: Math.max(Format.kiosk ? Space.margin : Space.wide, Math.round((width - 26 * story.size) / 2))
        topInset: Space.roomy
        spacing: Space.base

        StopHead { width: parent.width }
        DepthSwitch { width: parent.width }
        StopStory {
            id: story
            size: Face.title
            width: parent.width
        }
        StopNext { width: parent.width }
    }
    FollowVoice {
        id: follow
        area: words
        room: words.height
        lineY: words.topInset + story.y + story.lineTop
        chosenY: story.chosenTop < 0 ? -1 : words.topInset + story.y + story.chosenTop
        telling: story.telling
        // The words are what they came for.
        restsFor: 0
    }
    Connections {
        target: StopPage
        function onChanged() { follow.begin(); }
    }
}
