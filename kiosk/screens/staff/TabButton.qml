pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../design"
import "../components"

// The name of a page; the one that is shown is underlined and bold.
T.AbstractButton {
    id: control

    property bool chosen: false

    implicitWidth: Math.max(Space.target, word.implicitWidth + 2 * Space.base)
    implicitHeight: Math.max(Space.target, word.implicitHeight + 2 * Space.tight)
    Accessible.role: Accessible.PageTab
    Keys.onReturnPressed: control.click()
    Accessible.name: text

    background: Rectangle {
        radius: Space.radius
        color: control.down ? Colour.pressed : "transparent"
        border.width: control.visualFocus ? 3 : 0
        border.color: Colour.ink
        Rectangle {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: control.chosen ? 4 : 1
            color: control.chosen ? Colour.accent : Colour.edge
        }
    }
    contentItem: Item {
        Words {
            id: word
            anchors.centerIn: parent
            text: control.text
            color: control.chosen ? Colour.accent : Colour.ink
            font.weight: control.chosen ? Font.DemiBold : Font.Normal
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
