pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What is on the stick, whether it may be trusted, what it changes, how long it takes.
StaffPage {
    id: page

    readonly property bool plugged: StaffDrive.drives.length > 0
    readonly property bool readable: plugged && !StaffDrive.drive.looking && StaffDrive.drive.problem === ""
    readonly property bool offered: readable && StaffDrive.offer.key !== ""

    function barWords(): string {
        switch (StaffDrive.action) {
        case "busy":
            return StaffDrive.installs
                //: Under a stick while something is being installed
                ? qsTr("Something is being installed just now.")
                //: Under a stick while a publisher is being trusted, or a release shown or removed
                : qsTr("A moment");
        case "trust":
            //: Under what is on a stick of an unknown publisher
            return qsTr("Nothing can be installed from this stick before its publisher is trusted.");
        case "install":
            //: Above the button that installs
            return qsTr("You can take the stick out at any moment: visitors keep what they see until everything is copied and checked.");
        case "room":
            //: Above the button that installs, where there is no room: what is missing
            return qsTr("There is not enough room: %1 are missing. Leave something out, or remove an old version under “On this device”.").arg(Say.size(StaffDrive.needed_bytes - StaffDrive.free_bytes));
        default:
            //: Under a stick that brings nothing to install
            return page.plugged ? qsTr("Nothing on this device has changed. You can take the stick out at any moment.") : "";
        }
    }

    Flow {
        width: parent.width
        spacing: Space.tight
        visible: StaffDrive.drives.length > 1
        Repeater {
            model: StaffDrive.drives
            TabButton {
                required property var modelData
                objectName: "drive-" + modelData.name
                text: modelData.name
                chosen: modelData.chosen
                onClicked: StaffDrive.choose_drive(modelData.path)
            }
        }
    }
    Section {
        visible: !page.plugged
        width: parent.width
        //: Title where no stick is plugged in
        title: qsTr("No USB stick is plugged in")
        Words {
            //: What happens when a stick is plugged in
            text: qsTr("Plug one in: this page then shows what is on it. Nothing changes before you say so.")
            width: parent.width
        }
    }
    Section {
        visible: page.plugged && StaffDrive.drive.looking
        width: parent.width
        //: Title while a stick is being read; its name
        title: qsTr("Reading the stick %1").arg(StaffDrive.drive.name)
        Words {
            //: While a stick is being read
            text: qsTr("It takes a few seconds. Nothing on this device changes.")
            width: parent.width
        }
    }
    Section {
        visible: page.plugged && StaffDrive.drive.problem !== ""
        width: parent.width
        mark: Colour.bad
        //: Title over the reason why nothing on a stick can be installed; the stick's name
        title: qsTr("Nothing can be installed from the stick %1").arg(StaffDrive.drive.name)
        Words {
            objectName: "drive-problem"
            text: Say.withCode(StaffDrive.drive.problem, StaffDrive.drive.code)
            width: parent.width
        }
        Words {
            //: Under the reason why nothing was installed
            text: qsTr("Visitors see the same as before.")
            width: parent.width
        }
    }
    Words {
        objectName: "drive-message"
        visible: text !== ""
        text: Say.withCode(StaffDrive.message, StaffDrive.code)
        color: Colour.bad
        width: parent.width
    }
    Grid {
        width: parent.width
        columns: page.columns
        columnSpacing: Space.base
        rowSpacing: Space.base
        visible: page.readable
        Column {
            width: page.partWidth
            spacing: Space.base
            OfferPart { width: parent.width }
            PartsChoice { width: parent.width }
        }
        Column {
            width: page.partWidth
            spacing: Space.base
            PublisherPart {
                visible: StaffDrive.publisher.fingerprint !== ""
                width: parent.width
            }
            ChangePart {
                // Before a publisher is trusted the question is whether, not what.
                visible: page.offered && !(StaffDrive.action === "trust" && StaffDrive.offer.state === "refused")
                width: parent.width
            }
        }
    }

    bar.words: page.barWords()
    bar.ink: StaffDrive.action === "room" ? Colour.bad : Colour.muted
    actions: [
        TextButton {
            objectName: "compare"
            visible: StaffDrive.action === "trust"
            //: Asks staff to compare a stick's fingerprint with the one on paper
            text: qsTr("Compare the fingerprint")
            primary: true
            onClicked: StaffDrive.ask_to_trust()
        },
        TextButton {
            objectName: "install"
            visible: StaffDrive.action === "install" || StaffDrive.action === "room"
            enabled: StaffDrive.action === "install"
            text: StaffDrive.offer.state === "here"
                //: Installs languages or videos that were left out before
                ? qsTr("Add what was left out")
                //: Installs a release from a stick; its version
                : qsTr("Install version %1").arg(Look.number(StaffDrive.offer.version ?? 0))
            primary: true
            onClicked: StaffDrive.install()
        },
        TextButton {
            objectName: "see-job"
            visible: StaffDrive.installs
            //: Leads to the page that shows how far an install is
            text: qsTr("See how far it is")
            primary: true
            onClicked: StaffPages.show("job")
        },
        TextButton {
            objectName: "look-again"
            visible: page.plugged && !StaffDrive.drive.looking && StaffDrive.action !== "busy"
            //: Reads the stick once more
            text: qsTr("Read the stick again")
            quiet: StaffDrive.action !== ""
            onClicked: StaffDrive.look_again()
        },
        TextButton {
            objectName: "see-shelf"
            visible: !page.plugged
            //: Leads to the page that lists what is installed
            text: qsTr("See what is on this device")
            primary: true
            onClicked: StaffPages.show("shelf")
        }
    ]
}
