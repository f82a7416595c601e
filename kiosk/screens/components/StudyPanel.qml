pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// Asks whether the way through the site may be told to a study, and lets a yes be taken back.
Rectangle {
    id: panel

    objectName: "study"
    implicitHeight: column.implicitHeight + 2 * Space.base
    radius: Space.radius
    color: Colour.raised
    border.width: 1
    border.color: Colour.edge

    Column {
        id: column
        x: Space.base
        y: Space.base
        width: panel.width - 2 * Space.base
        spacing: Space.tight

        Words {
            text: panel.heading()
            size: Face.lead
            width: parent.width
        }
        Words {
            visible: text !== ""
            text: panel.explanation()
            size: Face.small
            color: Colour.muted
            width: parent.width
        }
        Flow {
            width: parent.width
            spacing: Space.tight
            TextButton {
                objectName: "study-yes"
                visible: StudyConsent.state === "asked"
                //: Answer to a study's question: the visitor agrees
                text: qsTr("I agree")
                onClicked: StudyConsent.agree()
            }
            TextButton {
                objectName: "study-no"
                visible: StudyConsent.state === "asked"
                //: Answer to a study's question: the visitor does not agree
                text: qsTr("No, thank you")
                onClicked: StudyConsent.refuse()
            }
            TextButton {
                objectName: "study-withdraw"
                visible: StudyConsent.state === "agreed"
                //: Takes back that the visitor agreed to a study
                text: qsTr("Take it back")
                quiet: true
                onClicked: StudyConsent.withdraw()
            }
        }
    }

    function heading(): string {
        switch (StudyConsent.state) {
        case "agreed":
            //: Heading after the visitor agreed to a study
            return qsTr("You take part in a study");
        case "withdrawn":
            //: Heading after the visitor took back that they agreed to a study
            return qsTr("You no longer take part in the study");
        default:
            //: Heading over a question: may the way through the site be kept for a study?
            return qsTr("May a study know your way?");
        }
    }
    function explanation(): string {
        switch (StudyConsent.state) {
        case "agreed":
            //: After the visitor agreed to a study; "here" is the first page of the visit
            return qsTr("You can take this back here until your visit ends.");
        case "withdrawn":
            //: After the visitor took back that they agreed to a study
            return qsTr("Nothing of this visit goes to it.");
        default:
            //: What a study would keep; then the study's name
            return qsTr("If you agree, the order of your stops, how you find each and how long you stay are kept for the study %1, without a name and without anything else about you. The guide is the same if you say no.").arg(StudyConsent.study);
        }
    }
}
