pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// The words beside the viewfinder: where we are, what to do, and the other ways to a stop.
Column {
    id: column

    property bool camera: true

    spacing: Space.snug

    Words {
        text: VisitFlow.site_name
        asTitle: true
        size: Face.title
        width: parent.width
    }
    Words {
        objectName: "guidance"
        text: column.guidance()
        size: Face.lead
        color: ScanView.answer === "" ? Colour.ink : Colour.accent
        width: parent.width
    }
    Item { width: 1; height: Space.hair }
    TextButton {
        objectName: "type-number"
        visible: column.camera
        //: Goes to the number pad
        text: qsTr("Type a number")
        glyph: "keypad"
        primary: true
        width: parent.width
        onClicked: VisitFlow.show("number")
    }
    GridLayout {
        width: parent.width
        columns: Look.text_scale > 1.2 && Format.landscape ? 1 : 2
        columnSpacing: Space.snug
        rowSpacing: Space.snug
        TextButton {
            objectName: "browse"
            //: Goes to the list of all stops
            text: qsTr("All stops")
            glyph: "list"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            leftPadding: Space.base
            onClicked: {
                Browse.follow_tour("");
                VisitFlow.show("browse");
            }
        }
        TextButton {
            objectName: "map"
            visible: SitePlan.floors.length > 0
            //: Goes to the plan of the site
            text: qsTr("Plan of the site")
            glyph: "map"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            leftPadding: Space.base
            onClicked: VisitFlow.show("map")
        }
    }
    Item { width: 1; height: Space.tight }
    Words {
        visible: Browse.tours.length > 0
        //: Heading over ready-made tours
        text: qsTr("Walks")
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    Column {
        width: parent.width
        Repeater {
            model: Browse.tours
            TourRow {
                required property var modelData
                tour: modelData
                width: parent.width
                onClicked: {
                    Browse.follow_tour(modelData.id);
                    VisitFlow.show("browse");
                }
            }
        }
    }

    function guidance(): string {
        if (!camera)
            //: Guidance where the device has no camera
            return qsTr("Type the number on the label of a stop");
        switch (ScanView.answer) {
        case "foreign":
            //: After a code that is not of this site (a poster, a ticket)
            return qsTr("That code belongs to something else. Look for the small label beside a stop.");
        case "newer":
            //: After a code of this site that the installed content does not have yet
            return qsTr("This stop is newer than the guide on this device. All other stops are here.");
        case "unreadable":
            //: After a code that is in view and cannot be read
            return qsTr("Hold it a little nearer and still, or type the number below the code.");
        default:
            //: Guidance over the camera's picture
            return qsTr("Point at the code beside a stop");
        }
    }
}
