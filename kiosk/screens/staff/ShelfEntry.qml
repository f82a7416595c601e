pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// One release on this device, and what can be done with it.
Section {
    id: entry

    required property var release
    readonly property string key: release.pack_id + "-" + release.version

    function standing(): string {
        if (release.waiting)
            //: A release on this device: visitors see it after the visit under way
            return qsTr("Visitors see this as soon as the visit under way has ended");
        if (release.shown)
            //: A release on this device: visitors see it
            return qsTr("Visitors see this");
        if (release.foreign)
            //: A release on this device that another publisher than the trusted one made: it cannot be shown
            return qsTr("From a publisher this device no longer trusts: it is not shown again");
        //: A release on this device that visitors do not see
        return qsTr("Kept: you can go back to it");
    }

    objectName: "release-" + key
    mark: release.shown || release.waiting ? Colour.good : Colour.edge
    //: A release: its sites and its version
    title: qsTr("%1, version %2").arg(release.sites).arg(Look.number(release.version))

    Words {
        text: entry.release.withdrawn && !entry.release.shown
            //: A release on this device that its publisher no longer vouches for
            ? qsTr("Withdrawn by its publisher: it is not shown again") : entry.standing()
        color: entry.release.shown || entry.release.waiting ? Colour.good : Colour.ink
        font.weight: Font.DemiBold
        size: Face.small
        width: parent.width
    }
    Words {
        visible: entry.release.withdrawn && entry.release.shown
        //: A release that visitors see, and that its publisher no longer vouches for
        text: qsTr("Its publisher has withdrawn it. Ask your museum for a newer stick.")
        color: Colour.bad
        width: parent.width
    }
    FactLine {
        label: qsTr("Made by")
        value: entry.release.publisher
        width: parent.width
    }
    FactLine {
        label: qsTr("Last checked")
        value: Say.date(entry.release.reviewed_on)
        width: parent.width
    }
    FactLine {
        label: qsTr("Languages")
        value: entry.release.languages
        width: parent.width
    }
    FactLine {
        label: qsTr("Size")
        value: Say.size(entry.release.size_bytes)
        width: parent.width
    }
    Flow {
        width: parent.width
        spacing: Space.tight
        TextButton {
            objectName: "activate-" + entry.key
            visible: !entry.release.shown && !entry.release.waiting && !entry.release.withdrawn && !entry.release.foreign
            //: Shows visitors a release that is kept on this device
            text: qsTr("Show this to visitors")
            enabled: !StaffShelf.busy
            onClicked: StaffShelf.ask("activate", entry.release.key)
        }
        TextButton {
            objectName: "remove-" + entry.key
            visible: entry.release.removable
            //: Removes a release from this device; asked first
            text: qsTr("Remove")
            quiet: true
            enabled: !StaffShelf.busy
            onClicked: StaffShelf.ask("remove", entry.release.key)
        }
    }
}
