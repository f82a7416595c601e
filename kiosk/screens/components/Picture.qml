pragma ComponentBehavior: Bound
import QtQuick
import "../design"

// A picture that fills its place and keeps its focus in view when it is cropped.
Item {
    id: frame

    property alias source: image.source
    property real focusX: 0.5
    property real focusY: 0.5
    property string alt: ""
    property bool whole: false
    readonly property bool ready: image.status === Image.Ready
    readonly property real zoom: image.implicitWidth > 0
        ? (whole ? Math.min : Math.max)(width / image.implicitWidth, height / image.implicitHeight) : 1

    clip: !whole
    Accessible.role: Accessible.Graphic
    Accessible.name: alt
    Accessible.ignored: alt === ""

    Image {
        id: image

        function place(outer: real, inner: real, focus: real): real {
            return inner <= outer ? (outer - inner) / 2 : Math.max(outer - inner, Math.min(0, outer / 2 - inner * focus));
        }

        // A file is decoded on Qt's picture thread; our own provider never is, or that thread would wait for
        // Python while Python waits for it: the guide would stand still for good.
        asynchronous: source.toString().startsWith("file:")
        retainWhileLoading: true
        smooth: true
        // In steps, so that a page that settles into its size does not decode its picture again.
        sourceSize: Qt.size(Math.ceil(frame.width / 64) * 64, Math.ceil(frame.height / 64) * 64)
        width: implicitWidth * frame.zoom
        height: implicitHeight * frame.zoom
        x: place(frame.width, width, frame.focusX)
        y: place(frame.height, height, frame.focusY)
        opacity: status === Image.Ready ? 1 : 0
        Behavior on opacity { NumberAnimation { duration: Motion.usual; easing.type: Easing.OutCubic } }
    }
}
