pragma ComponentBehavior: Bound
import QtQuick
import "../design"
import "../components"

// A page behind the PIN: parts that scroll, in two columns where they fit, and the action at the foot.
FocusScope {
    id: page

    property alias bar: foot
    property alias actions: foot.buttons
    default property alias content: parts.data
    function toTop() { area.contentY = 0; }

    readonly property int columns: width > 1000 * Face.text ? 2 : 1
    readonly property int partWidth: Math.floor((area.width - 2 * area.inset - (columns - 1) * Space.base) / columns)

    ScrollArea {
        id: area
        objectName: "staff-words"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top }
        inset: Space.base
        bottomInset: Space.base
        Column {
            id: parts
            width: parent.width
            spacing: Space.base
        }
    }
    ActionBar {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
    }
}
