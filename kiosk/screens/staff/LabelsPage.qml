pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What is known of the labels at the stops, what needs somebody first; and the way to a round.
StaffPage {
    id: page

    function title(): string {
        if (!StaffLabels.known)
            //: Title while it is being read what is known of the labels
            return qsTr("Looking at what is known of the labels");
        if (StaffLabels.needing > 0)
            //: Title: how many labels somebody should look at
            return qsTr("Labels that need somebody: %1").arg(Look.number(StaffLabels.needing));
        //: Title where no label needs anybody
        return qsTr("No label needs anybody");
    }

    Section {
        objectName: "labels-summary"
        width: parent.width
        mark: StaffLabels.needing > 0 ? Colour.bad : Colour.good
        glyph: !StaffLabels.known ? "" : StaffLabels.needing > 0 ? "warning" : "check"
        title: page.title()
        titleSize: Face.lead
        Words {
            //: What the page of the labels is, and what a round is for
            text: qsTr("This device counts how well visitors read each label, and what they meet in its place. On a round you scan each label once: so you know that each hangs at its stop.")
            width: parent.width
        }
        Flow {
            visible: StaffLabels.sites.length > 1
            width: parent.width
            spacing: Space.tight
            Repeater {
                model: StaffLabels.sites
                TabButton {
                    required property var modelData
                    objectName: "labels-site-" + modelData.id
                    text: modelData.name
                    chosen: modelData.chosen
                    onClicked: StaffLabels.choose_site(modelData.id)
                }
            }
        }
    }
    Grid {
        width: parent.width
        columns: page.columns
        columnSpacing: Space.base
        rowSpacing: Space.base
        Repeater {
            model: StaffLabels.labels
            LabelEntry {
                required property var modelData
                label: modelData
                width: page.partWidth
            }
        }
    }
    TextButton {
        objectName: "labels-more"
        visible: StaffLabels.more > 0
        //: Shows more labels; how many are left
        text: qsTr("Show more (%1 left)").arg(Look.number(StaffLabels.more))
        onClicked: StaffLabels.show_more()
    }

    bar.words: StaffRound.state === "under-way"
        //: A round of the labels was begun and not ended: how many were found, and how many are missing
        ? qsTr("A round is under way: %1 found, %2 still to scan.").arg(Look.number(StaffRound.confirmed_count)).arg(Look.number(StaffRound.missing_count))
        : ""
    actions: [
        TextButton {
            objectName: "round-begin"
            visible: StaffLabels.total > 0
            text: StaffRound.state === "under-way"
                //: Goes on with the round of the labels
                ? qsTr("Go on with the round")
                //: Begins a round: each label is scanned once
                : qsTr("Begin a round")
            primary: true
            onClicked: StaffRound.begin()
        },
        TextButton {
            objectName: "labels-leave"
            text: qsTr("Leave and lock")
            onClicked: StaffPages.leave()
        }
    ]
}
