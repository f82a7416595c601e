pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import HeritageKiosk
import "../design"

// The camera's picture, dimmed outside a square; the code in it is outlined as soon as it is seen.
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

    Shape {
        anchors.fill: parent
        visible: ScanView.outline.length === 4
        ShapePath {
            strokeColor: Colour.accent
            strokeWidth: 4
            fillColor: "transparent"
            PathPolyline { path: finder.placed(ScanView.outline) }
        }
    }

    // The frame covers the preview, so a place in it is a place here.
    function placed(corners: var): var {
        if (corners.length !== 4)
            return [];
        const ratio = corners[0].ratio;
        const w = Math.max(width, height * ratio);
        const h = w / ratio;
        const points = corners.map(c => Qt.point((width - w) / 2 + c.x * w, (height - h) / 2 + c.y * h));
        points.push(points[0]);
        return points;
    }
}
