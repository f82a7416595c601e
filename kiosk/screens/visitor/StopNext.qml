pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Two or three stops to see next, each with its reason.
Column {
    id: next

    spacing: Space.tight
    visible: StopPage.next_stops.length > 0

    Hairline { width: parent.width }
    Words {
        //: Heading over the stops to see next
        text: qsTr("Next")
        asTitle: true
        size: Face.lead
        width: parent.width
    }
    Repeater {
        model: StopPage.next_stops
        StopRow {
            required property var modelData
            stop: modelData
            remark: next.reason(modelData.reason, modelData.metres)
            width: next.width
            onClicked: VisitFlow.open_stop(modelData.id, "suggestion")
        }
    }

    function reason(code: string, metres: int): string {
        const why = code === "nearest"
            //: Why a stop is suggested
            ? qsTr("The nearest you have not seen")
            : code === "next-in-order"
            //: Why a stop is suggested
            ? qsTr("Follows in the curator's order")
            //: Why a stop is suggested
            : qsTr("Not seen yet");
        return metres < 0 ? why
            //: A reason, then about how far it is in metres
            : qsTr("%1 · about %2 m").arg(why).arg(Look.number(Math.max(10, Math.round(metres / 10) * 10)));
    }
}
