pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../design"
import "../components"

// A button in the dark band over staff's pages.
T.AbstractButton {
    id: control

    property string tag: ""

    implicitWidth: Math.max(Space.target, word.implicitWidth + 2 * Space.snug)
    implicitHeight: Math.max(Space.target, word.implicitHeight + 2 * Space.hair)
    Keys.onReturnPressed: control.click()
    Accessible.name: text

    background: Rectangle {
        radius: Space.radius
        color: control.down ? "#2d5079" : "transparent"
        border.width: control.visualFocus ? 3 : 1
        border.color: control.visualFocus ? Colour.inkOnBand : "#7f98b5"
    }
    contentItem: Item {
        Words {
            id: word
            anchors.centerIn: parent
            text: control.text
            tag: control.tag
            size: Face.small
            // The same for every script: the buttons stand in one row.
            lineHeight: Math.round(Face.small * 1.7)
            color: Colour.inkOnBand
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
