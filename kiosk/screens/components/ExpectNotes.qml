pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// How the numbers are known, what is closed today, and what other visitors said.
Column {
    spacing: Space.hair

    Words {
        objectName: "expect-working"
        visible: Expectations.slow
        //: While it is worked out what a span of time holds
        text: qsTr("Looking what fits …")
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    Words {
        objectName: "expect-how"
        visible: Expectations.known
        text: Expectations.measured
            //: How the number of stops is known
            ? qsTr("As measured in visits here.")
            //: How the number of stops is known where nothing has been measured yet
            : qsTr("Worked out from the length of the stories and the ways; nothing has been measured here yet.")
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    Words {
        objectName: "expect-closed"
        visible: Expectations.closed.length > 0
        text: Expectations.closed_more > 0
            //: Stops that are closed today, by name, and how many more
            ? qsTr("Closed today: %1 and %2 more").arg(Expectations.closed.join(qsTr(", "))).arg(Look.number(Expectations.closed_more))
            //: Stops that are closed today, by name
            : qsTr("Closed today: %1").arg(Expectations.closed.join(qsTr(", ")))
        size: Face.small
        width: parent.width
    }
    Words {
        objectName: "expect-rating"
        visible: Expectations.rating.count !== undefined
        text: visible
            //: What other visitors gave on the average, of five stars; then how many of them did
            ? qsTr("Visitors give %1 of 5 stars (%2 ratings).").arg(Look.decimal(Expectations.rating.mean)).arg(Look.number(Expectations.rating.count))
            : ""
        size: Face.small
        width: parent.width
    }
}
