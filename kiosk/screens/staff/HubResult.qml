pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What came of writing to a stick, or of enrolling.
Section {
    id: result

    readonly property bool refused: StaffHub.result === "refused"

    function titled(): string {
        if (StaffHub.busy)
            return StaffHub.task === "carry"
                //: Title while figures are written to a stick
                ? qsTr("Writing to the stick: leave it plugged in")
                //: Title while the device is made known to the hub
                : qsTr("Asking the hub");
        if (StaffHub.task === "carry")
            return refused
                //: Title: the stick was not used
                ? qsTr("Nothing was written to the stick")
                //: Title after figures were written to a stick
                : qsTr("The stick is ready: take it to the hub");
        return refused
            //: Title: the device was not made known to the hub
            ? qsTr("The device was not enrolled")
            //: Title after the device was made known to the hub
            : qsTr("The device is enrolled");
    }
    function said(): string {
        if (StaffHub.busy || refused || StaffHub.task !== "carry")
            return "";
        //: After figures were written to a stick: how many, and how many the hub had acknowledged
        return qsTr("%1 are on the stick for the hub. It had acknowledged %2.").arg(Look.number(StaffHub.written)).arg(Look.number(StaffHub.acknowledged));
    }

    objectName: "hub-result"
    visible: StaffHub.task !== ""
    mark: StaffHub.busy ? Colour.accent : refused ? Colour.bad : Colour.good
    glyph: StaffHub.busy ? "" : refused ? "warning" : "check"
    title: result.titled()

    Words {
        objectName: "hub-said"
        visible: text !== ""
        text: result.said()
        width: parent.width
    }
    Words {
        objectName: "hub-message"
        visible: text !== ""
        text: Say.withCode(StaffHub.message, StaffHub.code)
        width: parent.width
    }
}
