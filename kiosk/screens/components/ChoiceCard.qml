pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// A stop to be compared with what one stands before: its picture large, its number and title below.
T.AbstractButton {
    id: card

    required property var stop
    property int pictureHeight: 240

    objectName: "stop-" + stop.id
    Keys.onReturnPressed: card.click()
    Keys.onEnterPressed: card.click()
    implicitHeight: content.implicitHeight + Space.base
    text: stop.title
    Accessible.name: (stop.number === "" ? "" : Look.digits(stop.number) + ". ") + stop.title

    background: Rectangle {
        radius: Space.radius
        color: card.down ? Colour.pressed : Colour.raised
        border.width: card.visualFocus ? 3 : 1
        border.color: card.visualFocus ? Colour.ink : Colour.line
    }
    contentItem: Item {
        ColumnLayout {
            id: content
            width: parent.width
            spacing: Space.tight

            Picture {
                visible: card.stop.picture !== ""
                source: card.stop.picture
                focusX: card.stop.focus_x
                focusY: card.stop.focus_y
                implicitHeight: card.pictureHeight
                Layout.fillWidth: true
            }
            Plate {
                visible: card.stop.picture === ""
                number: card.stop.number
                title: card.stop.title
                implicitHeight: card.pictureHeight
                Layout.fillWidth: true
            }
            Words {
                text: (card.stop.number === "" || card.stop.picture === "" ? "" : Look.digits(card.stop.number) + "   ") + card.stop.title
                asTitle: true
                size: Face.lead
                Layout.fillWidth: true
                Layout.leftMargin: Space.base
                Layout.rightMargin: Space.base
                Accessible.ignored: true
            }
            Words {
                text: card.stop.where
                visible: text !== ""
                size: Face.small
                color: Colour.muted
                Layout.fillWidth: true
                Layout.leftMargin: Space.base
                Layout.rightMargin: Space.base
                Accessible.ignored: true
            }
        }
    }
}
