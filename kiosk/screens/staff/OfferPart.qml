pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The releases on the stick, and the facts about the one that is looked at.
Section {
    id: part

    readonly property var offer: StaffDrive.offer

    //: Title over what a stick carries; its name
    title: qsTr("On the stick %1").arg(StaffDrive.drive.name)

    Words {
        visible: StaffDrive.offers.length === 0
        //: A stick with a publisher's data and no content on it
        text: qsTr("It carries no content.")
        width: parent.width
    }
    Repeater {
        model: StaffDrive.offers.length > 1 ? StaffDrive.offers : []
        OfferChoice {
            required property var modelData
            offer: modelData
            chosen: modelData.key === part.offer.key
            width: parent.width
        }
    }
    Column {
        visible: part.offer.key !== ""
        width: parent.width
        spacing: Space.hair
        FactLine {
            objectName: "offer-sites"
            //: Label: the sites that the content is about
            label: qsTr("Content for")
            value: part.offer.sites ?? ""
            width: parent.width
        }
        FactLine {
            objectName: "offer-version"
            //: Label: the number of a release
            label: qsTr("Version")
            value: part.offer.key === "" ? "" : Look.number(part.offer.version)
            width: parent.width
        }
        FactLine {
            //: Label: who wrote the content
            label: qsTr("Made by")
            value: part.offer.publisher ?? ""
            width: parent.width
        }
        FactLine {
            //: Label: when somebody last checked the content
            label: qsTr("Last checked")
            value: Say.date(part.offer.reviewed_on ?? "")
            width: parent.width
        }
        FactLine {
            //: Label over the languages of the content
            label: qsTr("Languages")
            value: part.offer.languages ?? ""
            width: parent.width
        }
        FactLine {
            //: Label: how large the content is
            label: qsTr("Size")
            value: part.offer.key === "" ? "" : Say.size(part.offer.size_bytes)
            width: parent.width
        }
        FactLine {
            visible: StaffDrive.drive.read_only
            //: Label of a fact about the stick
            label: qsTr("The stick")
            //: The stick cannot be written to, which does not matter here
            value: qsTr("cannot be written to; that does no harm")
            width: parent.width
        }
    }
}
