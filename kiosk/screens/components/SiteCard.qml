import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// A heritage site to choose.
T.AbstractButton {
    id: card

    required property var site

    objectName: "site-" + site.id
    text: site.name
    implicitHeight: Math.max(Space.target, words.implicitHeight + 2 * Space.roomy)
    onClicked: VisitFlow.choose_site(site.id)

    background: Rectangle {
        radius: Space.radius
        color: card.down ? Colour.pressed : Colour.raised
        border.width: card.visualFocus ? 3 : 1
        border.color: card.visualFocus ? Colour.ink : Colour.line
    }
    contentItem: Item {
        Column {
            id: words
            x: Space.roomy
            width: parent.width - 2 * Space.roomy
            anchors.verticalCenter: parent.verticalCenter
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
