pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk

// The plain words for a depth, and for how long it takes.
QtObject {
    function word(depth: string): string {
        switch (depth) {
        case "glance":
            //: How much a visitor wants to be told: the least
            return qsTr("In short");
        case "story":
            //: How much a visitor wants to be told: the usual
            return qsTr("The story");
        case "deep":
            //: How much a visitor wants to be told: the most
            return qsTr("Everything");
        case "described":
            //: What is to be seen at a stop, told to those who do not see it
            return qsTr("What it looks like");
        default:
            //: The story told for children
            return qsTr("For children");
        }
    }
    function time(amount: int, unit: string): string {
        return unit === "s"
            //: A length in seconds
            ? qsTr("%1 s").arg(Look.number(amount))
            //: A length in minutes
            : qsTr("%1 min").arg(Look.number(amount));
    }
}
