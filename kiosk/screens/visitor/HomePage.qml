import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Where every stop begins: point the camera at a code. With no camera the number pad comes first.
Item {
    id: home

    readonly property bool camera: ScanView.state === "seeing" || ScanView.state === "starting"
    readonly property bool wide: Format.landscape

    Viewfinder {
        id: finder
        anchors.fill: parent
        visible: home.camera
        side: Math.round(home.wide ? Math.min(height * 0.62, width * 0.36) : Math.min(width * 0.6, height * 0.36))
        wordsX: words.x
        wordsY: words.y
        wordsWidth: words.width
        centreX: home.wide ? (Look.right_to_left ? width * 0.715 : width * 0.285) : width / 2
        centreY: home.wide ? height * 0.5 : side / 2 + height * 0.07
    }
    Loader {
        active: !home.camera
        visible: active
        x: home.wide ? (Look.right_to_left ? home.width * 0.57 : 0) : 0
        width: home.wide ? home.width * 0.43 : home.width
        height: home.wide ? home.height : home.height * 0.56
        sourceComponent: ScrollArea {
            inset: Space.margin
            KeyPad {
                width: Math.min(parent.width, 420 * Math.max(Format.unit, Face.large))
                anchors.horizontalCenter: parent.horizontalCenter
            }
        }
    }
    ScrollArea {
        id: words
        x: home.wide ? (Look.right_to_left ? 0 : home.width * 0.57) : 0
        y: home.wide ? 0 : home.camera ? finder.edgeY + finder.side + Space.base : home.height * 0.56
        width: home.wide ? home.width * 0.43 : home.width
        height: home.height - y
        inset: Space.margin
        topInset: home.wide ? Space.margin : Space.base
        centred: home.wide
        spacing: Space.base

        HomeWords {
            camera: home.camera
            width: parent.width
        }
    }
}
