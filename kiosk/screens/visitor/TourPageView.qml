pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// A tour: what it holds and how long it takes, before it is begun and while it is followed.
Item {
    id: page

    readonly property bool large: Look.text_scale > 1.2
    readonly property bool abreast: Format.landscape && !large
    readonly property bool made: TourPage.state === "ready"

    ScrollArea {
        id: area
        objectName: "tour-area"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: bar.top }
        inset: Space.margin
        topInset: Format.landscape ? Space.wide : Space.margin

        GridLayout {
            width: parent.width
            columns: page.abreast ? 2 : 1
            columnSpacing: Space.vast
            rowSpacing: Space.roomy
            TourSummary {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: Space.roomy
                visible: page.made || TourPage.left_out.length > 0
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.alignment: Qt.AlignTop
                Column {
                    visible: page.made
                    Layout.fillWidth: true
                    Repeater {
                        model: TourPage.stops
                        TourStop {
                            required property var modelData
                            stop: modelData
                            width: parent.width
                        }
                    }
                }
                Column {
                    visible: TourPage.left_out.length > 0
                    Layout.fillWidth: true
                    Words {
                        //: Heading over the stops that are not in the visitor's tour
                        text: qsTr("Not in this tour")
                        asTitle: true
                        size: Face.lead
                        width: parent.width
                    }
                    Repeater {
                        model: TourPage.left_out
                        TourLeftOut {
                            required property var modelData
                            stop: modelData
                            width: parent.width
                        }
                    }
                    Words {
                        visible: TourPage.left_out_more > 0
                        //: Below some stops that are not in the tour: how many more there are
                        text: qsTr("And %1 more, under All stops.").arg(Look.number(TourPage.left_out_more))
                        size: Face.small
                        color: Colour.muted
                        width: parent.width
                    }
                }
            }
        }
    }
    DecisionBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        primaryName: "tour-go"
        primary: page.decision()
        ready: TourPage.state !== "making"
        otherName: "tour-leave"
        other: TourPage.followed
            //: Ends following a tour; the visit goes on
            ? qsTr("Leave this tour") : ""
        onAccepted: page.decide()
        onPassed: TourPage.leave()
    }

    function decision(): string {
        switch (TourPage.state) {
        case "nothing":
            //: Goes to the question about time, where nothing fits into it
            return qsTr("Take more time");
        case "closed":
        case "seen":
        case "failed":
            return qsTr("All stops");
        default:
            return TourPage.followed
                //: Goes back from the tour's page to where stops are found
                ? qsTr("Go on with this tour")
                //: Begins to follow the tour that is shown
                : qsTr("Start this tour");
        }
    }
    function decide(): void {
        switch (TourPage.state) {
        case "nothing":
            WishDialogue.ask("wish-minutes");
            break;
        case "closed":
        case "seen":
        case "failed":
            VisitFlow.show("browse");
            break;
        default:
            if (TourPage.followed)
                VisitFlow.show("home");
            else
                TourPage.start();
        }
    }
}
