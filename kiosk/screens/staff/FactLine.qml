pragma ComponentBehavior: Bound
import QtQuick
import "../design"
import "../components"

// A label and what it says: beside each other, or below where there is no room.
Grid {
    id: line

    property string label
    property string value
    property color ink: Colour.ink
    readonly property bool beside: width > 440 * Face.text

    columns: beside ? 2 : 1
    columnSpacing: Space.base
    visible: value !== ""

    Words {
        text: line.label
        size: Face.small
        color: Colour.muted
        topPadding: line.beside ? Math.round((Face.body - Face.small) / 2) : 0
        width: line.beside ? Math.round(line.width * 0.34) : line.width
    }
    Words {
        objectName: line.objectName + "-value"
        text: line.value
        color: line.ink
        width: line.beside ? line.width - Math.round(line.width * 0.34) - line.columnSpacing : line.width
    }
}
