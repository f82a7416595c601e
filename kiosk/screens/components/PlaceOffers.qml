pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// The outdoor stops the visitor stands at, to choose from where there are several; else the nearest one.
Column {
    id: offers

    property bool dismissable: true
    readonly property var here: PlaceGuide.offers.filter(offer => offer.is_here)
    readonly property var shown: here.length > 0 ? here : PlaceGuide.offers.slice(0, 1)

    spacing: Space.tight

    Repeater {
        // By their number, so that a card stays the same while its distance changes: a finger may be on its way to it.
        model: offers.shown.length
        Column {
            id: one
            required property int index
            readonly property var stop: offers.shown[index]
            width: offers.width
            spacing: 0
            PlaceOffer {
                stop: one.stop
                rough: PlaceGuide.state === "rough"
                width: parent.width
                onClicked: PlaceGuide.open(one.stop.id)
            }
            TextButton {
                objectName: "dismiss-" + one.stop.id
                visible: offers.dismissable
                //: Takes away the offer of a stop near by
                text: qsTr("Not now")
                quiet: true
                anchors.right: parent.right
                onClicked: PlaceGuide.dismiss(one.stop.id)
            }
        }
    }
}
