pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"

// What a tour holds in a few words, and what of it can be wished otherwise.
ColumnLayout {
    id: summary

    readonly property bool made: TourPage.state === "ready"

    spacing: Space.base

    Words {
        objectName: "tour-title"
        text: TourPage.ready_made ? TourPage.name : qsTr("Your tour")
        asTitle: true
        size: Face.title
        Layout.fillWidth: true
    }
    Words {
        objectName: "tour-state"
        visible: text !== ""
        text: summary.without()
        size: Face.lead
        Layout.fillWidth: true
    }
    Words {
        objectName: "tour-making"
        visible: TourPage.slow
        //: While a tour is made
        text: qsTr("Making your tour …")
        color: Colour.muted
        Layout.fillWidth: true
    }
    Words {
        objectName: "tour-finish"
        visible: text !== ""
        text: summary.finish()
        size: Face.lead
        Layout.fillWidth: true
    }
    Words {
        visible: summary.made
        text: summary.size()
        color: Colour.muted
        Layout.fillWidth: true
    }
    Words {
        visible: TourPage.ready_made && text !== ""
        text: TourPage.summary
        Layout.fillWidth: true
    }
    Words {
        objectName: "tour-unfit"
        visible: TourPage.unfit !== ""
        //: After the visitor put a stop into their tour for which there is no time, or which is closed; %1 is its title
        text: qsTr("There is no room for %1 as things are.").arg(TourPage.unfit)
        color: Colour.accent
        Layout.fillWidth: true
    }
    WishChips {
        visible: !TourPage.ready_made
        Layout.fillWidth: true
    }
    TextButton {
        objectName: "step-free"
        visible: !TourPage.ready_made
        //: A switch: tours without stairs
        text: qsTr("Without stairs")
        glyph: checked ? "check" : ""
        primary: checked
        checkable: false
        checked: WishDialogue.step_free
        leftPadding: Space.base
        Accessible.role: Accessible.CheckBox
        Accessible.checkable: true
        Accessible.checked: checked
        onClicked: WishDialogue.choose_step_free(!WishDialogue.step_free)
    }
    ChoiceRow {
        visible: !TourPage.ready_made
        //: Heading over how fast the visitor goes
        title: qsTr("How do you go?")
        options: [
            //: How the visitor goes
            { "key": "calm", "word": qsTr("With rests") },
            //: How the visitor goes
            { "key": "usual", "word": qsTr("As most do") },
            //: How the visitor goes
            { "key": "brisk", "word": qsTr("Briskly") }
        ]
        chosen: WishDialogue.pace
        Layout.fillWidth: true
        onPicked: key => WishDialogue.choose_pace(key)
    }

    function without(): string {
        switch (TourPage.state) {
        case "nothing":
            return WishDialogue.minutes > 0
                //: Where no stop and the way to it fit into the visitor's time
                ? qsTr("Nothing fits into %1 min.").arg(Look.number(WishDialogue.minutes))
                //: Where no stop can be in the visitor's tour for other reasons, which stand below
                : qsTr("No stop fits what you wish.");
        case "closed":
            //: In place of a tour
            return qsTr("All stops you have not seen are closed today.");
        case "seen":
            //: In place of a tour
            return qsTr("You have seen every stop there is.");
        case "failed":
            //: In place of a tour
            return qsTr("The tour could not be made. All stops are still there.");
        default:
            return "";
        }
    }
    function finish(): string {
        if (!made)
            return "";
        if (TourPage.ready_made && TourPage.finish.most === 0)
            //: How long a ready-made tour takes
            return qsTr("About %1 min").arg(Look.number(TourPage.promised));
        const finish = TourPage.finish;
        if (finish.least === 0)
            return finish.begin === ""
                //: How long a short tour takes: at most so many minutes
                ? qsTr("Takes up to %1 min").arg(Look.number(finish.most))
                //: When a short tour is over: at a time of the day at the latest
                : qsTr("Done by %1").arg(Look.digits(finish.end));
        if (finish.begin === "")
            //: How long a tour takes: at least and at most so many minutes
            return qsTr("Takes %1 to %2 min").arg(Look.number(finish.least)).arg(Look.number(finish.most));
        //: When a tour is over: between two times of the day
        return qsTr("Done between %1 and %2").arg(Look.digits(finish.begin)).arg(Look.digits(finish.end));
    }
    function size(): string {
        const stops = TourPage.stops.length === 1
            //: How many stops a tour has
            ? qsTr("One stop")
            //: How many stops a tour has
            : Look.digits(qsTr("%n stops", "", TourPage.stops.length));
        return TourPage.metres < 0 ? stops : qsTr("%1 · %2 m on foot").arg(stops).arg(Look.number(TourPage.metres));
    }
}
