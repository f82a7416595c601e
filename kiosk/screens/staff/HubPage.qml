pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What waits for the operator's hub, since when and why; the way by stick; enrolling.
StaffPage {
    id: page

    readonly property bool inTheWay: StaffHub.waiting > 0 && StaffHub.reason !== "" && StaffHub.reason !== "rate-limit"

    function title(): string {
        if (StaffHub.hub === "")
            //: Title: this device sends its figures to nobody
            return qsTr("This device has no hub");
        if (StaffHub.waiting === 0)
            //: Title: all figures have arrived at the operator's hub
            return qsTr("Everything is at the hub");
        //: Title: so many figures have not arrived at the operator's hub yet
        return Look.digits(qsTr("%n entries wait for the hub", "", StaffHub.waiting));
    }

    Timer {
        interval: 5000
        running: true
        repeat: true
        onTriggered: StaffHub.renew()
    }
    Section {
        objectName: "hub-summary"
        width: parent.width
        mark: page.inTheWay ? Colour.bad : Colour.good
        glyph: page.inTheWay ? "warning" : StaffHub.waiting === 0 && StaffHub.hub !== "" ? "check" : "info"
        title: page.title()
        titleSize: Face.lead
        Words {
            objectName: "hub-reason"
            visible: text !== ""
            text: HubWords.reason(StaffHub.reason)
            width: parent.width
        }
        Words {
            objectName: "hub-remedy"
            visible: text !== ""
            text: HubWords.remedy(StaffHub.reason)
            font.weight: Font.DemiBold
            width: parent.width
        }
        FactLine {
            objectName: "hub-since"
            //: Label: how long the oldest figures have been waiting
            label: qsTr("The oldest waits for")
            value: StaffHub.waiting_s < 0 ? "" : Say.age(StaffHub.waiting_s)
            width: parent.width
        }
        FactLine {
            objectName: "hub-reached"
            //: Label: how long ago the hub was last reached
            label: qsTr("The hub was reached")
            //: How long ago something was
            value: StaffHub.reached_s < 0 ? "" : qsTr("%1 ago").arg(Say.age(StaffHub.reached_s))
            width: parent.width
        }
        FactLine {
            objectName: "hub-written"
            //: Label: how long ago figures were written to a stick
            label: qsTr("Written to a stick")
            value: StaffHub.written_s < 0 ? "" : qsTr("%1 ago").arg(Say.age(StaffHub.written_s))
            width: parent.width
        }
        FactLine {
            objectName: "hub-address"
            //: Label: the address of the operator's hub
            label: qsTr("Hub")
            value: StaffHub.hub
            width: parent.width
        }
        FactLine {
            objectName: "hub-name"
            //: Label: what the operator's hub calls this device
            label: qsTr("Known there as")
            //: The device has no code from its hub yet
            value: StaffHub.hub === "" ? "" : StaffHub.enrolled_as === "" ? qsTr("not enrolled") : StaffHub.enrolled_as
            width: parent.width
        }
        Words {
            objectName: "hub-why"
            visible: text !== ""
            // The technician's words, as they are in the diary.
            text: StaffHub.reason === "" ? "" : StaffHub.why
            size: Face.small
            color: Colour.muted
            width: parent.width
        }
    }
    HubResult { width: parent.width }
    Grid {
        width: parent.width
        columns: page.columns
        columnSpacing: Space.base
        rowSpacing: Space.base
        HubStick { width: page.partWidth }
        HubEnrol {
            width: page.partWidth
            cameraHeight: Math.round(Math.min(width * 0.62, page.height * 0.3))
        }
    }

    bar.words: StaffHub.waiting > 0
        //: Above the button that sends figures to the hub now
        ? qsTr("Nothing is lost: everything stays on this device until the hub has it.") : ""
    actions: [
        TextButton {
            objectName: "hub-try"
            visible: StaffHub.hub !== ""
            enabled: !StaffHub.busy
            //: Sends figures to the hub now
            text: qsTr("Send now")
            primary: true
            onClicked: StaffHub.try_now()
        },
        TextButton {
            objectName: "hub-leave"
            text: qsTr("Leave and lock")
            onClicked: StaffPages.leave()
        }
    ]
}
