pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// One of the app's own icons, drawn in one colour. It never stands without its word.
Image {
    property string name
    property color tint: Colour.ink
    property int size: Math.round(26 * Face.large)
    readonly property bool followsText: ["back", "next", "leave", "list"].indexOf(name) >= 0

    source: name === "" ? "" : "image://icon/" + name + "/" + String(tint).slice(-6)
    sourceSize: Qt.size(size, size)
    width: size
    height: size
    mirror: followsText && Look.right_to_left
    Accessible.ignored: true
}
