pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import "../design"

// A question over the page, with its answers below it. Everything behind is dimmed and out of reach.
Rectangle {
    id: question

    property string title
    property string words: ""
    signal touchedBeside

    default property alias answers: answerColumn.data

    color: Colour.contrast ? "#000000" : "#d0000000"
    Accessible.role: Accessible.Dialog
    Accessible.name: title

    MouseArea {
        anchors.fill: parent
        onClicked: question.touchedBeside()
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Format.kiosk ? parent.height - height - Space.vast * 2 : (parent.height - height) / 2
        width: Math.min(parent.width - 2 * Space.roomy, Math.round(620 * Math.max(Format.unit, Face.large)))
        height: Math.min(parent.height - 2 * Space.roomy, area.contentHeight)
        radius: Space.radius
        color: Colour.surface
        border.width: 1
        border.color: Colour.edge

        ScrollArea {
            id: area
            anchors.fill: parent
            inset: Format.kiosk ? Space.broad : Space.wide
            bottomInset: inset
            spacing: Space.base

            Words {
                text: question.title
                asTitle: true
                size: Face.title
                width: parent.width
            }
            Words {
                text: question.words
                visible: text !== ""
                color: Colour.muted
                width: parent.width
            }
            Item {
                width: 1
                height: Space.tight
            }
            ColumnLayout {
                id: answerColumn
                width: parent.width
                spacing: Space.snug
            }
        }
    }
}
