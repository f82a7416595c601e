pragma ComponentBehavior: Bound
import QtQuick
import "../design"
import "../components"

// The foot of a staff page: what its one action does, and the action.
Rectangle {
    id: bar

    property string words: ""
    property color ink: Colour.muted
    default property alias buttons: row.data

    color: Colour.raised
    implicitHeight: column.implicitHeight + 2 * Space.snug

    Hairline { width: parent.width }
    Column {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top }
        anchors { leftMargin: Space.base; rightMargin: Space.base; topMargin: Space.snug }
        spacing: Space.tight
        Words {
            objectName: "action-words"
            text: bar.words
            visible: text !== ""
            size: Face.small
            color: bar.ink
            width: parent.width
        }
        Flow {
            id: row
            width: parent.width
            spacing: Space.snug
        }
    }
}
