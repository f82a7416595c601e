pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// The moment of recognition: the outline opens from where the code was seen to the edges of the stop's picture, which
// grows with it, and a tick says that it was understood. With reduced motion the tick alone.
Item {
    id: moment

    required property Item picture
    // Where the code was seen in the camera's picture; what was no code is taken to fill the middle.
    readonly property var place: ScanView.place
    readonly property bool aimed: place.width > 0
    readonly property real ratio: aimed ? place.ratio : 1
    readonly property real coverWidth: Math.max(width, height * ratio)
    readonly property real coverHeight: coverWidth / ratio
    readonly property rect from: aimed
        ? Qt.rect((width - coverWidth) / 2 + place.x * coverWidth, (height - coverHeight) / 2 + place.y * coverHeight,
                  place.width * coverWidth, place.height * coverHeight)
        : Qt.rect(width * 0.2, height * 0.2, width * 0.6, height * 0.6)
    property real share: 1

    // Nothing of it is in the way: a finger reaches the picture below.
    enabled: false
    clip: true

    function play() {
        badge.opacity = 1;
        leave.restart();
        if (Motion.grand > 0)
            growth.restart();
    }

    Binding {
        target: moment.picture
        property: "scale"
        value: 0.62 + 0.38 * moment.share
    }
    NumberAnimation {
        id: growth
        target: moment
        property: "share"
        from: 0
        to: 1
        duration: Motion.grand
        easing.type: Easing.OutCubic
    }
    Rectangle {
        visible: growth.running
        x: moment.from.x * (1 - moment.share)
        y: moment.from.y * (1 - moment.share)
        width: moment.from.width + (moment.width - moment.from.width) * moment.share
        height: moment.from.height + (moment.height - moment.from.height) * moment.share
        color: "transparent"
        border.width: 4
        border.color: Colour.accent
        radius: Space.radius
    }
    Rectangle {
        id: badge
        objectName: "recognised"
        visible: opacity > 0
        opacity: 0
        anchors { left: parent.left; top: parent.top; margins: Space.base }
        width: Space.target
        height: width
        radius: width / 2
        color: Colour.accent
        Icon {
            anchors.centerIn: parent
            name: "check"
            size: Math.round(parent.width * 0.6)
            tint: Colour.inkOnAccent
        }
        Behavior on opacity { NumberAnimation { duration: Motion.brief } }
    }
    Timer {
        id: leave
        interval: 1000
        onTriggered: badge.opacity = 0
    }
}
