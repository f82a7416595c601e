pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// A round: the camera, what was scanned last to compare with where one stands, and what is still missing.
StaffPage {
    id: page

    readonly property bool over: StaffRound.state === "ended"
    readonly property bool whole: StaffRound.missing_count === 0
    //: How far a round is
    readonly property string progress: qsTr("%1 found, %2 still to scan").arg(Look.number(StaffRound.confirmed_count)).arg(Look.number(StaffRound.missing_count))

    function result(): string {
        if (whole)
            //: How a round ended: how many labels hang at their stops
            return qsTr("Every label hangs at its stop: %1 found.").arg(Look.number(StaffRound.confirmed_count));
        //: How a round ended: how many labels were found, and how many were not scanned
        return qsTr("%1 found, %2 not scanned. Go and look at those below: a label that is gone is printed anew.").arg(Look.number(StaffRound.confirmed_count)).arg(Look.number(StaffRound.missing_count));
    }
    function problem(): string {
        switch (StaffRound.problem) {
        case "several":
            //: On a round: more than one label is before the camera
            return qsTr("Several codes are in view. Hold the camera to one.");
        case "foreign":
            //: On a round: the code that was scanned is somebody else's
            return qsTr("This code is not yours. If it hangs over a label, take it off.");
        case "forged":
            //: On a round: the code that was scanned was made to look like the site's own
            return qsTr("This code imitates yours: it has your address, or one like it, but not your mark. Take it off and keep it for whoever looks into it.");
        case "newer":
            //: On a round: the label is the site's, but the content on this device does not know it
            return qsTr("This label is yours, but the content on this device does not know it. Install the newest content.");
        case "elsewhere":
            //: On a round: the label belongs to another of the sites on this device
            return qsTr("This label belongs to another site.");
        default:
            return "";
        }
    }
    function cameraWords(): string {
        switch (StaffRound.camera) {
        case "absent":
            //: A round on a device that has no camera
            return qsTr("This device has no camera. Make the round with one that has.");
        case "lost":
            //: A round while the camera does not answer
            return qsTr("The camera does not answer. Plug it in again.");
        case "starting":
            //: A round before the camera's first picture
            return qsTr("The camera is starting");
        default:
            //: On a round: what to do
            return qsTr("Hold the camera to a label.");
        }
    }

    Section {
        objectName: "round-result"
        visible: page.over
        width: parent.width
        mark: page.whole ? Colour.good : Colour.bad
        glyph: page.whole ? "check" : "warning"
        //: Title: a round of the labels is over
        title: qsTr("The round is over")
        titleSize: Face.lead
        Words {
            objectName: "round-result-words"
            text: page.result()
            width: parent.width
        }
    }
    Grid {
        visible: !page.over
        width: parent.width
        columns: page.columns
        columnSpacing: Space.base
        rowSpacing: Space.base

        Section {
            width: page.partWidth
            title: page.cameraWords()
            CameraPreview {
                objectName: "round-camera"
                visible: StaffRound.camera === "seeing" || StaffRound.camera === "starting"
                view: StaffRound
                mirrored: StaffRound.mirrored
                width: parent.width
                height: Math.round(Math.min(width * 0.62, page.height * (page.columns > 1 ? 0.42 : 0.26)))
            }
            Words {
                objectName: "round-problem"
                visible: text !== ""
                text: page.problem()
                color: Colour.bad
                font.weight: Font.DemiBold
                width: parent.width
            }
        }
        ScannedLabel {
            width: page.partWidth
            pictureHeight: Math.round(page.height * (page.columns > 1 ? 0.26 : 0.2))
        }
    }
    Section {
        objectName: "round-missing"
        visible: StaffRound.missing_count > 0
        width: parent.width
        title: page.over
            //: Title over the labels that a round did not find
            ? qsTr("Not scanned")
            //: Title over the labels that are still to be scanned on a round
            : qsTr("Still to scan")
        Flow {
            width: parent.width
            spacing: Space.tight
            Repeater {
                model: StaffRound.missing
                Words {
                    required property var modelData
                    text: (modelData.number === "" ? "" : Look.digits(modelData.number) + "   ") + modelData.title
                    width: page.partWidth - 2 * Space.base
                }
            }
        }
        Words {
            visible: StaffRound.missing_count > StaffRound.missing.length
            //: After a list that is cut: how many more there are
            text: qsTr("and %1 more").arg(Look.number(StaffRound.missing_count - StaffRound.missing.length))
            color: Colour.muted
            width: parent.width
        }
    }

    bar.words: page.over ? "" : page.progress
    actions: [
        TextButton {
            objectName: "round-end"
            visible: !page.over
            //: Ends a round of the labels and shows what came of it
            text: qsTr("End the round")
            primary: page.whole
            onClicked: StaffRound.end()
        },
        TextButton {
            objectName: "round-labels"
            text: page.over
                //: Leads from the end of a round back to the list of the labels
                ? qsTr("Back to the labels")
                //: Leads from a round to the list of the labels; the round can be gone on with later
                : qsTr("Pause the round")
            primary: page.over
            onClicked: StaffPages.show("labels")
        }
    ]
}
