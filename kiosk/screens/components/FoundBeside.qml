pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// What a search finds beside the stops: tours and other sites; and how near it comes to what was typed.
Column {
    id: beside

    visible: Browse.sought !== ""
    spacing: Space.snug

    Words {
        objectName: "found-near"
        visible: Browse.is_near
        //: Over what a search finds, where some word was typed with a slip, or is not here
        text: qsTr("Nothing is found by exactly these words. This comes near to them:")
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    Column {
        width: parent.width
        visible: Browse.found_tours.length > 0
        Words {
            text: qsTr("Walks")
            size: Face.small
            color: Colour.muted
            width: parent.width
        }
        Repeater {
            model: Browse.found_tours
            TourRow {
                required property var modelData
                tour: modelData
                width: parent.width
                onClicked: TourPage.open_ready(modelData.id)
            }
        }
    }
    NearbyGroup {
        //: Heading over other sites that a search finds
        title: qsTr("Other places")
        places: Browse.found_places
        width: parent.width
    }
}
