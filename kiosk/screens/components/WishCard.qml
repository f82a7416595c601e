pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import "../design"

// An answer to choose, large: a picture or an icon, what it is, and more about it where there is more.
T.AbstractButton {
    id: card

    property string glyph: ""
    property string picture: ""
    property real focusX: 0.5
    property real focusY: 0.5
    property bool pictured: false
    property string detail: ""
    property string example: ""
    // Its picture beside its words, where there is one card a line.
    property bool beside: true
    property int pictureHeight: Math.round(120 * Format.unit)

    Keys.onReturnPressed: card.click()
    Keys.onEnterPressed: card.click()
    implicitHeight: Math.max(Math.round((beside ? 96 : 176) * Format.unit), content.implicitHeight
        + (pictured ? 0 : 2 * Space.base))
    Accessible.name: text
    Accessible.description: [detail, example].filter(words => words !== "").join(". ")

    background: Rectangle {
        radius: Space.radius
        color: card.down ? Colour.pressed : Colour.raised
        border.width: card.visualFocus || card.checked ? 3 : 1
        border.color: card.visualFocus ? Colour.ink : card.checked ? Colour.accent : Colour.edge
    }
    contentItem: Item {
        GridLayout {
            id: content
            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            columns: card.beside ? 2 : 1
            columnSpacing: Space.base
            rowSpacing: Space.tight

            Item {
                visible: card.pictured
                implicitWidth: card.beside ? card.pictureHeight : 1
                implicitHeight: card.pictureHeight
                Layout.fillWidth: !card.beside
                Layout.margins: 3
                Layout.bottomMargin: card.beside ? 3 : 0
                Rectangle {
                    anchors.fill: parent
                    visible: card.picture === ""
                    color: Colour.pressed
                }
                Picture {
                    anchors.fill: parent
                    visible: card.picture !== ""
                    source: card.picture
                    focusX: card.focusX
                    focusY: card.focusY
                }
            }
            Icon {
                visible: !card.pictured && card.glyph !== ""
                name: card.glyph
                size: Math.round((card.beside ? 40 : 56) * Face.large)
                tint: Colour.accent
                Layout.leftMargin: Space.base
                Layout.alignment: Qt.AlignLeft | Qt.AlignVCenter
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Layout.leftMargin: Space.base
                Layout.rightMargin: Space.base
                Layout.bottomMargin: card.pictured && !card.beside ? Space.base : 0
                RowLayout {
                    spacing: Space.tight
                    Words {
                        text: card.text
                        asTitle: true
                        size: Face.lead
                        Layout.fillWidth: true
                        Accessible.ignored: true
                    }
                    Icon {
                        visible: card.checked
                        name: "check"
                        tint: Colour.accent
                    }
                }
                Words {
                    visible: text !== ""
                    text: card.detail
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
                Words {
                    visible: text !== ""
                    text: card.example
                    size: Face.small
                    color: Colour.muted
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
            }
        }
    }
}
