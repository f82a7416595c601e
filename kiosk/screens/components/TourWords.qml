pragma ComponentBehavior: Bound
import QtQuick

// How the ways and the reasons of a tour are said.
QtObject {
    function by(way: var): string {
        if (way.name !== "")
            return way.name;
        return way.kind === "stairs"
            //: How one gets to the next stop
            ? qsTr("up or down stairs")
            : way.kind === "lift"
            //: How one gets to the next stop
            ? qsTr("by lift")
            //: How one gets to the next stop
            : qsTr("by a ramp");
    }
    function why(reason: string): string {
        switch (reason) {
        case "closed":
            //: Why a stop is not in the visitor's tour
            return qsTr("Closed today");
        case "unreachable":
            //: Why a stop is not in the visitor's tour
            return qsTr("No open way leads there today");
        case "stairs":
            //: Why a stop is not in the visitor's tour, who wants no stairs
            return qsTr("Only by stairs");
        case "language":
            //: Why a stop is not in the visitor's tour
            return qsTr("Not told in your language");
        case "taken-out":
            //: Why a stop is not in the visitor's tour
            return qsTr("You left it out");
        default:
            //: Why a stop is not in the visitor's tour
            return qsTr("No time for it");
        }
    }
}
