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

    // Where the story is signed, for those who want it: beside the words, never over them.
    Item {
        id: signed
        readonly property real share: !SignShow.shown ? 0 : SignShow.large ? 0.5 : 0.32
        x: Format.landscape && !Look.right_to_left ? page.width - width : 0
        width: Format.landscape ? Math.round(page.width * share) : page.width
        height: Format.landscape ? page.height - Format.covered : Math.round(page.height * share)
    }
    SignPicture {
        picture: signed
        x: signed.x
        width: signed.width
        height: Math.min(signed.height, Format.landscape ? width : signed.height)
    }
    ScrollArea {
        id: words
        objectName: "stop-words"
        x: Format.landscape && Look.right_to_left ? signed.width : 0
        y: Format.landscape ? 0 : signed.height
        width: Format.landscape ? page.width - signed.width : page.width
        height: page.height - y - Format.covered
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
        StopQuiz { width: parent.width }
        StopLike { width: parent.width }
        // What else there is comes after the words, which are what they came for.
        StopFilms { width: parent.width }
        StopSounds { width: parent.width }
        StopBeyond { width: parent.width }
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
