pragma ComponentBehavior: Bound
import QtQuick
import "../design"

// A few words beside a spot of the plan: below it, above it at the plan's foot, and never beyond its sides.
Rectangle {
    id: note

    property string text
    required property real atX
    required property real atY
    required property real sheetWidth
    required property real sheetHeight
    readonly property int clear: Math.round(26 * Face.large)

    width: words.implicitWidth + 2 * Space.tight
    height: words.implicitHeight + Space.hair
    x: Math.max(0, Math.min(sheetWidth - width, atX - width / 2))
    y: atY + clear + height > sheetHeight ? atY - clear - height : atY + clear
    radius: Space.radius
    color: Colour.surface
    border.width: 1
    border.color: Colour.edge

    Words {
        id: words
        anchors.centerIn: parent
        text: note.text
        size: Face.small
        wrapMode: Text.NoWrap
    }
}
