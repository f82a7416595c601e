pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import HeritageKiosk
import "../design"

// The camera's picture, dimmed outside a square; every code in it is outlined as soon as it is seen. Below the square
// one large line says what would help.
Item {
    id: finder

    readonly property real side: Math.round(Math.min(width * 0.62, height * 0.68))
    readonly property real edgeX: (width - side) / 2
    readonly property real edgeY: (height - side) / 2

    clip: true

    Rectangle {
        anchors.fill: parent
        color: "#000000"
    }
    CameraPreview {
        id: preview
        anchors.fill: parent
        view: ScanView
        mirrored: ScanView.mirrored
    }
    Words {
        objectName: "camera-starting"
        visible: !preview.has_picture
        anchors.centerIn: parent
        width: finder.side - 2 * Space.base
        //: In place of the camera's picture, until the first one has come
        text: qsTr("The camera is starting")
        size: Face.lead
        color: "#ffffff"
        horizontalAlignment: Text.AlignHCenter
    }
    component Dim: Rectangle { color: Colour.veil }
    Dim { width: finder.width; height: finder.edgeY }
    Dim { y: finder.edgeY + finder.side; width: finder.width; height: finder.height - y }
    Dim { y: finder.edgeY; width: finder.edgeX; height: finder.side }
    Dim { x: finder.edgeX + finder.side; y: finder.edgeY; width: finder.width - x; height: finder.side }

    component Corner: Item {
        id: corner
        property bool flipX: false
        property bool flipY: false
        width: Space.broad
        height: Space.broad
        Rectangle {
            width: parent.width
            height: 3
            color: Colour.accent
            y: corner.flipY ? parent.height - height : 0
        }
        Rectangle {
            width: 3
            height: parent.height
            color: Colour.accent
            x: corner.flipX ? parent.width - width : 0
        }
    }
    Corner { x: finder.edgeX; y: finder.edgeY }
    Corner { x: finder.edgeX + finder.side - width; y: finder.edgeY; flipX: true }
    Corner { x: finder.edgeX; y: finder.edgeY + finder.side - height; flipY: true }
    Corner { x: finder.edgeX + finder.side - width; y: finder.edgeY + finder.side - height; flipX: true; flipY: true }

    // A dark line under the bright one: seen on white walls and on black stone.
    component Outline: ShapePath {
        fillColor: "transparent"
        joinStyle: ShapePath.RoundJoin
        PathMultiline { paths: ScanView.outlines.map(one => finder.placed(one.corners)) }
    }
    Shape {
        objectName: "outline"
        anchors.fill: parent
        visible: ScanView.outlines.length > 0
        Outline {
            strokeColor: "#100e0b"
            strokeWidth: 8
        }
        Outline {
            strokeColor: Colour.accent
            strokeWidth: 4
        }
    }
    HintLine {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        hint: ScanView.hint
    }
    TextButton {
        objectName: "light"
        visible: ScanView.has_light
        anchors { right: parent.right; top: parent.top; margins: Space.base }
        text: ScanView.lit
            //: Switches the camera's lamp off
            ? qsTr("Light off")
            //: Switches the camera's lamp on
            : qsTr("Light on")
        glyph: "torch"
        primary: !ScanView.lit && ScanView.hint === "more-light"
        leftPadding: Space.base
        onClicked: ScanView.toggle_light()
    }

    // The frame covers the preview, so a place in it is a place here.
    function placed(corners: var): var {
        const w = Math.max(width, height * ScanView.ratio);
        const h = w / ScanView.ratio;
        const points = corners.map(c => Qt.point((width - w) / 2 + c.x * w, (height - h) / 2 + c.y * h));
        points.push(points[0]);
        return points;
    }
}
