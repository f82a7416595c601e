pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Where every stop begins: point the camera at a code. With no camera the number pad comes first.
Item {
    id: home

    readonly property bool camera: ScanView.state === "seeing" || ScanView.state === "starting"
    readonly property real aimWidth: Format.landscape ? Math.round(width * 0.57) : width
    readonly property real aimHeight: Format.landscape ? height : Math.round(height * (camera ? 0.44 : 0.56))

    // A digit of a keyboard goes to the number pad, whichever page has it.
    Keys.onPressed: event => event.accepted = NumberPad.begin(event.text)
    Component.onCompleted: forceActiveFocus()

    Item {
        id: aim
        x: Format.landscape && Look.right_to_left ? home.width - width : 0
        // What is touched stands low, what is looked at stands high.
        y: Format.landscape || home.camera ? 0 : home.height - height
        width: home.aimWidth
        height: home.aimHeight

        Viewfinder {
            anchors.fill: parent
            visible: home.camera
        }
        Loader {
            active: !home.camera
            anchors.fill: parent
            sourceComponent: ScrollArea {
                inset: Space.margin
                centred: true
                KeyPad {
                    Component.onCompleted: forceActiveFocus()
                    width: Math.min(parent.width, 420 * Math.max(Format.unit, Face.large))
                    anchors.horizontalCenter: parent.horizontalCenter
                }
            }
        }
    }
    ScrollArea {
        x: Format.landscape && !Look.right_to_left ? aim.width : 0
        y: Format.landscape || !home.camera ? 0 : aim.height
        width: Format.landscape ? home.width - aim.width : home.width
        height: Format.landscape ? home.height : home.height - aim.height
        inset: Format.landscape ? Space.wide : Space.margin
        centred: Format.landscape

        HomeWords {
            camera: home.camera
            width: parent.width
        }
    }
}
