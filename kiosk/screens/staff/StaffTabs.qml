pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// The pages behind the PIN, by name.
Flow {
    id: tabs

    leftPadding: Space.base
    rightPadding: Space.base
    topPadding: Space.tight
    spacing: Space.tight

    TabButton {
        objectName: "tab-drive"
        //: Name of the page that shows what is on the stick
        text: qsTr("USB stick")
        chosen: StaffPages.page === "drive"
        onClicked: StaffPages.show("drive")
    }
    TabButton {
        objectName: "tab-job"
        visible: StaffJob.state !== ""
        text: StaffJob.state === "running" || StaffJob.state === "stopping"
            //: Name of the page that shows how far an install is
            ? qsTr("Installing")
            //: Name of the page that shows how the last install ended
            : qsTr("Last install")
        chosen: StaffPages.page === "job"
        onClicked: StaffPages.show("job")
    }
    TabButton {
        objectName: "tab-shelf"
        //: Name of the page that lists what is installed
        text: qsTr("On this device")
        chosen: StaffPages.page === "shelf" || StaffPages.page === "pin"
        onClicked: StaffPages.show("shelf")
    }
    TabButton {
        objectName: "tab-labels"
        visible: StaffLabels.kept
        text: StaffLabels.needing > 0
            //: Name of the page that tells what the labels at the stops need; how many of them need somebody
            ? qsTr("Labels (%1)").arg(Look.number(StaffLabels.needing))
            //: Name of the page that tells what the labels at the stops need
            : qsTr("Labels")
        chosen: StaffPages.page === "labels" || StaffPages.page === "round"
        onClicked: StaffPages.show("labels")
    }
    TabButton {
        objectName: "tab-closing"
        visible: StaffClosing.kept
        text: StaffClosing.closed.length > 0
            //: Name of the page where stops and ways are closed; how many are closed now
            ? qsTr("Closed (%1)").arg(Look.number(StaffClosing.closed.length))
            //: Name of the page where stops and ways are closed
            : qsTr("Closed")
        chosen: StaffPages.page === "closing"
        onClicked: StaffPages.show("closing")
    }
    TabButton {
        objectName: "tab-hub"
        visible: StaffHub.kept
        //: Name of the page that tells what waits for the operator's hub
        text: qsTr("Hub")
        chosen: StaffPages.page === "hub"
        onClicked: StaffPages.show("hub")
    }
}
