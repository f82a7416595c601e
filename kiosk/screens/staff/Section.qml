pragma ComponentBehavior: Bound
import QtQuick
import "../design"
import "../components"

// A labelled part of a page.
Rectangle {
    id: section

    property string title
    property color mark: "transparent"
    property string glyph: ""
    property int titleSize: Face.body
    default property alias content: column.data

    radius: Space.radius
    color: Colour.raised
    border.width: 1
    border.color: Colour.line
    implicitHeight: column.implicitHeight + 2 * Space.base

    // A coloured edge beside what matters most; its words say the same.
    Rectangle {
        width: 5
        height: parent.height
        radius: 2
        color: section.mark
        anchors.left: parent.left
    }
    Column {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Space.base }
        spacing: Space.tight
        Row {
            width: parent.width
            spacing: Space.tight
            visible: section.title !== ""
            Icon {
                id: sign
                visible: section.glyph !== ""
                name: section.glyph
                tint: section.mark
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                text: section.title
                size: section.titleSize
                font.weight: Font.DemiBold
                width: parent.width - (sign.visible ? sign.width + parent.spacing : 0)
                Accessible.role: Accessible.Heading
            }
        }
    }
}
