pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// One line where the time runs away or is left over: another tour is offered, and nothing changes by itself.
Rectangle {
    id: drift

    objectName: "tour-drift"
    visible: TourFollowed.offer !== ""
    implicitHeight: column.implicitHeight + 2 * Space.base
    radius: Space.radius
    color: Colour.raised
    border.width: 1
    border.color: Colour.accent

    Column {
        id: column
        x: Space.base
        y: Space.base
        width: drift.width - 2 * Space.base
        spacing: Space.tight

        Words {
            text: TourFollowed.offer === "behind"
                //: The visitor needs more time than their tour reckons with; minutes
                ? qsTr("You are about %1 min behind your tour.").arg(Look.number(TourFollowed.offer_minutes))
                //: The visitor is quicker than their tour reckons with; minutes
                : qsTr("You are about %1 min ahead of your tour.").arg(Look.number(TourFollowed.offer_minutes))
            width: parent.width
        }
        Flow {
            width: parent.width
            spacing: Space.tight
            TextButton {
                objectName: "drift-fit"
                text: TourFollowed.offer === "behind"
                    //: Makes another tour, with fewer stops
                    ? qsTr("Make it shorter")
                    //: Makes another tour, with more stops
                    : qsTr("See more")
                leftPadding: Space.base
                onClicked: TourPage.make_anew()
            }
            TextButton {
                objectName: "drift-keep"
                //: Leaves the tour as it is
                text: qsTr("Keep my tour")
                quiet: true
                onClicked: TourFollowed.keep()
            }
        }
    }
}
