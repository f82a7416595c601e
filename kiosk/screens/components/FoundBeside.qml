pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// What a search finds beside the stops: tours and other sites.
Column {
    id: beside

    // A few stops come before it, many after it.
    required property bool first

    visible: Browse.sought !== "" && first === (Browse.stops.length > 6)
    spacing: Space.snug

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
