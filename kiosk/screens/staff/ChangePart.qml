pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What installing would change for visitors, and when; what it takes.
Section {
    id: part

    readonly property var offer: StaffDrive.offer
    readonly property string here: Look.number(offer.installed_version ?? 0)
    readonly property bool refused: offer.state === "refused"
    readonly property bool brings: StaffDrive.action === "install" || StaffDrive.action === "room"

    function change(): string {
        switch (offer.state) {
        case "new":
            //: What installing changes for visitors: content this device does not have yet
            return qsTr("Visitors do not have this content on this device yet. Once it is installed they find it here.");
        case "newer":
            //: What installing changes for visitors: the version they see now, the version they see then
            return qsTr("Visitors see version %1 now. Once it is installed they see version %2.").arg(here).arg(Look.number(offer.version));
        case "here":
            //: Installing changes nothing
            return qsTr("This is what visitors see already.");
        case "older":
            //: Installing an older version is not possible: the version that visitors see
            return qsTr("Visitors see a newer one already: version %1. An older one is not taken from a stick. Under “On this device” you can go back to a version that was here before.").arg(here);
        default:
            return Say.withCode(offer.refusal ?? "", offer.code ?? "");
        }
    }

    mark: refused ? Colour.bad : brings ? Colour.accent : Colour.edge
    glyph: refused ? "warning" : ""
    title: refused
        //: Title over the reason why a release on a stick cannot be installed
        ? qsTr("This cannot be installed")
        //: Title over what installing would change
        : qsTr("What changes for visitors")

    Words {
        objectName: "change"
        text: part.change()
        visible: text !== ""
        width: parent.width
    }
    Words {
        visible: part.refused
        text: qsTr("Visitors see the same as before.")
        width: parent.width
    }
    Words {
        visible: part.brings && part.offer.state !== "here"
        //: When visitors see the new content
        text: qsTr("Nobody is interrupted: a visit under way ends with what it began with.")
        width: parent.width
    }
    Words {
        visible: part.brings && part.offer.state === "newer"
        //: The version that stays on the device
        text: qsTr("Version %1 stays on this device: you can go back to it with one touch.").arg(part.here)
        width: parent.width
    }
    Hairline {
        visible: part.brings
        width: parent.width
    }
    Column {
        visible: part.brings
        width: parent.width
        spacing: Space.hair
        FactLine {
            objectName: "needed"
            //: Label: how much has to be copied
            label: qsTr("To copy")
            value: StaffDrive.needed_bytes < part.offer.size_bytes
                //: How much has to be copied where much of it is on the device already
                ? qsTr("%1, the rest is here").arg(Say.size(StaffDrive.needed_bytes))
                : Say.size(StaffDrive.needed_bytes)
            width: parent.width
        }
        FactLine {
            objectName: "takes"
            //: Label: how long it takes to install
            label: qsTr("It takes")
            //: How long it takes to install, at most
            value: qsTr("%1, longer with a slow stick").arg(Say.copying(StaffDrive.needed_bytes))
            width: parent.width
        }
        FactLine {
            objectName: "room"
            //: Label: how much more this device can hold
            label: qsTr("Room here")
            value: StaffDrive.action === "room"
                //: How much room there is, where it does not suffice
                ? qsTr("%1: not enough").arg(Say.size(StaffDrive.free_bytes))
                //: How much room there is, where it suffices
                : qsTr("%1: enough").arg(Say.size(StaffDrive.free_bytes))
            ink: StaffDrive.action === "room" ? Colour.bad : Colour.ink
            width: parent.width
        }
    }
}
