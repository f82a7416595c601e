pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// One stop. Landscape: the picture on the leading side, words beside it. Portrait and kiosk: the picture on top.
Item {
    id: page

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
        value: follow.inSight
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
        // Whether there is a caption depends on the room without it.
        readonly property real whole: page.height - y - Format.covered
        height: whole - Format.captioned
        // No line longer than some 75 characters: the eye finds the next one.
        inset: Format.landscape ? Space.wide : Math.max(Space.margin, Math.round((width - 33 * Face.body) / 2))
        topInset: Format.landscape ? Space.wide : Space.margin
        spacing: Space.base

        StopHead { width: parent.width }
        DepthSwitch { width: parent.width }
        StopFilms { width: parent.width }
        StopSounds { width: parent.width }
        StopStory {
            id: story
            width: parent.width
        }
        StopQuiz { width: parent.width }
        StopLike { width: parent.width }
        StopBeyond { width: parent.width }
    }
    FollowVoice {
        id: follow
        area: words
        room: words.whole
        lineY: words.topInset + story.y + story.lineTop
        chosenY: story.chosenTop < 0 ? -1 : words.topInset + story.y + story.chosenTop
        telling: story.telling
    }
    Connections {
        target: StopPage
        function onChanged() { follow.begin(); }
    }
}
