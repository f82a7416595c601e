pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// A heritage site to choose.
T.AbstractButton {
    id: card

    required property var site

    objectName: "site-" + site.id
    Keys.onReturnPressed: card.click()
    Keys.onEnterPressed: card.click()
    text: site.name
    implicitHeight: Math.max(Math.round(160 * Format.unit), words.implicitHeight + 2 * Space.roomy)
    onClicked: VisitFlow.choose_site(site.id)

    background: Rectangle {
        radius: Space.radius
        color: card.down ? Colour.pressed : Colour.raised
        border.width: card.visualFocus ? 3 : 1
        border.color: card.visualFocus ? Colour.ink : Colour.line
    }
    contentItem: Item {
        Picture {
            id: picture
            source: card.site.picture
            visible: card.site.picture !== ""
            width: visible ? Math.round(parent.width * 0.28) : 0
            anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
            anchors.margins: 1
        }
        Column {
            id: words
            anchors { left: picture.right; right: parent.right; verticalCenter: parent.verticalCenter }
            anchors.leftMargin: Space.roomy
            anchors.rightMargin: Space.roomy
            spacing: Space.hair
            Words {
                text: card.site.name
                asTitle: true
                size: Face.lead
                width: parent.width
            }
            Words {
                text: card.site.summary
                color: Colour.muted
                visible: text !== ""
                width: parent.width
            }
        }
    }
}
