pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../design"

// A button of the foot: its icon above its word.
T.AbstractButton {
    id: control

    property string glyph
    property color ink: Colour.ink
    // The longest word that may come to stand here: the others beside it stay where they are when it changes.
    property string longest: ""

    implicitWidth: Math.max(Space.target + Space.base,
        Math.ceil(Math.max(word.implicitWidth, room.advanceWidth)) + 2 * Space.snug)
    implicitHeight: Math.max(Space.target, column.implicitHeight + 2 * Space.tight)
    Keys.onReturnPressed: control.click()
    Keys.onEnterPressed: control.click()
    Accessible.name: text

    TextMetrics {
        id: room
        text: control.longest
        font: word.font
    }
    background: Rectangle {
        radius: Space.radius
        color: control.down ? Colour.pressed : "transparent"
        border.width: control.visualFocus ? 3 : 0
        border.color: Colour.ink
    }
    contentItem: Item {
        Column {
            id: column
            anchors.centerIn: parent
            spacing: 0
            Icon {
                name: control.glyph
                tint: control.ink
                anchors.horizontalCenter: parent.horizontalCenter
            }
            Words {
                id: word
                text: control.text
                size: Face.small
                color: control.ink
                wrapMode: Text.NoWrap
                anchors.horizontalCenter: parent.horizontalCenter
                Accessible.ignored: true
            }
        }
    }
}
