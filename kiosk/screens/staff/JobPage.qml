pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// How far the install is; then what happened, and the way back.
StaffPage {
    id: page

    readonly property bool underWay: StaffJob.state === "running" || StaffJob.state === "stopping"
    readonly property string release: qsTr("%1, version %2").arg(StaffJob.sites).arg(Look.number(StaffJob.version))
    readonly property string still: StaffJob.before.version > 0
        //: What visitors see while, or because, nothing new was installed: a version
        ? qsTr("Visitors see version %1, whole, as before.").arg(Look.number(StaffJob.before.version))
        //: Nothing of this content was here before
        : qsTr("Visitors see the same as before.")

    function title(): string {
        switch (StaffJob.state) {
        case "running":
            //: Title while content is being installed; the sites and the version
            return qsTr("Installing %1").arg(release);
        case "stopping":
            //: Title while an install is being stopped
            return qsTr("Stopping");
        case "installed":
            //: Title after content was installed; the sites and the version
            return qsTr("Installed: %1").arg(release);
        case "nothing-new":
            //: Title after there was nothing to install; the sites and the version
            return qsTr("Here already: %1").arg(release);
        case "cancelled":
            //: Title after an install was stopped; the sites and the version
            return qsTr("Stopped: %1").arg(release);
        default:
            //: Title after content was not installed; the sites and the version
            return qsTr("Not installed: %1").arg(release);
        }
    }
    function consequence(): string {
        switch (StaffJob.state) {
        case "installed":
            if (StaffJob.waiting)
                //: After an install, while somebody is visiting
                return qsTr("Everything is copied and checked. Visitors see it as soon as the visit under way has ended.");
            //: After an install
            return StaffJob.shown ? qsTr("Everything is copied and checked. Visitors see it now.")
                //: After an install that staff have gone back from
                : qsTr("Everything is copied and checked. Visitors see another version.");
        case "nothing-new":
            //: After there was nothing to install
            return qsTr("Nothing had to be copied. Visitors see the same as before.");
        case "cancelled":
            //: After an install was stopped; before it stands what visitors see
            return still + " " + qsTr("What was copied is kept: the next time it goes quicker.");
        default:
            return still;
        }
    }

    Section {
        width: parent.width
        mark: page.underWay ? Colour.accent : StaffJob.state === "refused" ? Colour.bad
            : StaffJob.state === "cancelled" ? Colour.edge : Colour.good
        glyph: page.underWay ? "" : StaffJob.state === "refused" ? "warning" : StaffJob.state === "cancelled" ? "info" : "check"
        title: page.title()
        titleSize: Face.lead

        CopyBar {
            visible: page.underWay
            width: parent.width
        }
        Words {
            objectName: "job-message"
            visible: text !== "" && !page.underWay
            text: Say.withCode(StaffJob.message, StaffJob.code)
            width: parent.width
        }
        Words {
            objectName: "job-outcome"
            text: page.consequence()
            width: parent.width
        }
        Words {
            visible: page.underWay
            //: While content is being installed: when visitors see it
            text: qsTr("Once everything is copied and checked they see version %1. Nobody is interrupted: a visit under way ends with what it began with.").arg(Look.number(StaffJob.version))
            width: parent.width
        }
        Words {
            visible: page.underWay
            //: While content is being installed: what happens when the stick is pulled
            text: qsTr("Taking the stick out does no harm: the rest is copied when it is plugged in again. Visits can go on meanwhile.")
            width: parent.width
        }
        Words {
            visible: !page.underWay
            //: After an install
            text: qsTr("You can take the stick out.")
            width: parent.width
        }
    }

    bar.words: page.underWay
        //: Above the button that closes the staff's pages while content is being installed
        ? qsTr("You may close these pages: copying goes on by itself.") : ""
    actions: [
        TextButton {
            objectName: "job-leave"
            visible: StaffJob.state !== "refused" && StaffJob.state !== "cancelled"
            //: Closes the staff's pages; the next who comes has to type the PIN
            text: qsTr("Leave and lock")
            primary: true
            onClicked: StaffPages.leave()
        },
        TextButton {
            objectName: "job-again"
            visible: StaffJob.state === "refused" || StaffJob.state === "cancelled"
            //: Leads back to the stick after an install that did not come about
            text: qsTr("Back to the stick")
            primary: true
            onClicked: StaffPages.show("drive")
        },
        TextButton {
            objectName: "go-back"
            visible: StaffJob.state === "installed" && StaffJob.before.version > 0 && StaffJob.shown
                && !StaffJob.before.withdrawn
            //: Shows visitors the version from before the install again; its number
            text: qsTr("Go back to version %1").arg(Look.number(StaffJob.before.version))
            onClicked: StaffShelf.ask("activate", StaffJob.before.key)
        },
        TextButton {
            objectName: "cancel"
            visible: page.underWay
            enabled: StaffJob.state === "running"
            //: Stops an install under way
            text: qsTr("Stop copying")
            onClicked: StaffJob.cancel()
        }
    ]
}
