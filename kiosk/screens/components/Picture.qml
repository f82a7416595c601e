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
    // Softer, for a quarter of the memory: where it is looked at from afar and two are held at a time.
    property bool thrifty: false
    // The size it is decoded for; its place's own where nobody comes nearer.
    property size detail: Qt.size(width, height)
    readonly property bool ready: image.status === Image.Ready
    readonly property real zoom: image.implicitWidth > 0
        ? (whole ? Math.min : Math.max)(width / image.implicitWidth, height / image.implicitHeight) : 1

    clip: !whole
    Accessible.role: Accessible.Graphic
    Accessible.name: alt
    Accessible.ignored: alt === ""

    // Once its place has settled, so that a page that is being laid out does not decode its picture twice.
    onDetailChanged: Qt.callLater(measure)
    Component.onCompleted: measure()

    function measure() {
        if (detail.width >= 1 && detail.height >= 1)
            image.sourceSize = Qt.size(Math.round(detail.width), Math.round(detail.height));
    }

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
        // Decoded for the very pixels it is shown in: what is drawn again at another size is soft.
        // (Stretched to its own proportions; Qt fits what it stretches into that size, and covers it with what it crops.)
        fillMode: frame.whole || frame.thrifty ? Image.Stretch : Image.PreserveAspectCrop
        width: implicitWidth * frame.zoom
        height: implicitHeight * frame.zoom
        x: place(frame.width, width, frame.focusX)
        y: place(frame.height, height, frame.focusY)
        opacity: status === Image.Ready ? 1 : 0
        Behavior on opacity { NumberAnimation { duration: Motion.usual; easing.type: Easing.OutCubic } }
    }
}
