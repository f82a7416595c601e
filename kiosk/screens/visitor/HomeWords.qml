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
        objectName: "welcome-back"
        visible: PassBrought.taken
        text: PassBrought.seen_before === 0
            //: On the first page of the visit, after a visit pass was read
            ? qsTr("Welcome. Your pass has set the guide up.")
            //: On the first page of the visit, after a visit pass was read; then a number of stops
            : qsTr("Welcome back. Stops you have seen here before: %1").arg(Look.number(PassBrought.seen_before))
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    Words {
        objectName: "welcome-onward"
        visible: TicketEntry.welcomed
        text: TicketEntry.origin !== ""
            //: After a code that the visitor was given at another site; %1 is that site's name
            ? qsTr("Welcome from %1.").arg(TicketEntry.origin)
            //: After a code that the visitor was given at another site, whose name is not known here
            : qsTr("Welcome. Your code from another site has been taken.")
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    Words {
        id: said
        objectName: "guidance"
        text: column.guidance()
        size: Face.lead
        color: ScanView.answer === "" && !ScanView.struggling ? Colour.ink : Colour.accent
        width: parent.width
        // Room for a second line, so that the button below does not move away under a finger.
        height: Math.max(implicitHeight, 2 * lineHeight)
        onTextChanged: {
            said.Accessible.announce(said.text);
            SelfVoice.announce(said.text);
        }
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
    SayDigits {
        visible: NumberPad.can_speak && !column.camera
        width: parent.width
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
            onClicked: VisitFlow.show("browse")
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
    Loader {
        active: WishDialogue.available
        visible: active
        width: parent.width
        source: "../components/TourCard.qml"
    }
    // Below the ways to every stop, so that none moves away under a finger when an offer comes; above all the rest, or
    // nobody sees it who does not scroll.
    Loader {
        active: PlaceGuide.offers.length > 0
        visible: active
        width: parent.width
        source: "../components/PlaceOffers.qml"
    }
    // What the visitor said of themselves: where they stand now comes first.
    Loader {
        active: WishDialogue.available && (WishDialogue.stated || TourFollowed.kind === "own")
        visible: active
        width: parent.width
        source: "../components/WishChips.qml"
    }
    TextButton {
        objectName: "bring-voucher"
        visible: TicketEntry.takes_vouchers && !TicketEntry.welcomed
        //: Goes to the page where a code that was given at another heritage site is shown
        text: qsTr("I have a code from another site")
        quiet: true
        width: parent.width
        onClicked: VisitFlow.show("ticket")
    }
    Loader {
        active: StudyConsent.state !== ""
        visible: active
        width: parent.width
        source: "../components/StudyPanel.qml"
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
                onClicked: TourPage.open_ready(modelData.id)
            }
        }
    }
    TextButton {
        objectName: "site-voices"
        visible: VisitorVoices.of_site > 0
        //: On the first page of the visit: goes to what earlier visitors said about the whole site
        text: qsTr("What visitors say about this place")
        quiet: true
        width: parent.width
        onClicked: VisitFlow.show("voices")
    }
    // Last: on the first page pointing the camera is the thing.
    TextButton {
        objectName: "talk-site"
        visible: TalkBack.kinds.length > 0
        //: On the first page of the visit: goes to the page on which a visitor can say something about the whole site
        text: qsTr("Tell the site something")
        glyph: "talk"
        quiet: true
        width: parent.width
        onClicked: TalkBack.open("")
    }

    function guidance(): string {
        if (!camera)
            return ScanView.state === "lost"
                //: Guidance where the camera has stopped to give a picture
                ? qsTr("The camera gives no picture. Type the number on the label of a stop.")
                //: Guidance where the device has no camera
                : qsTr("Type the number on the label of a stop");
        switch (ScanView.answer) {
        case "foreign":
            //: After a code that is not of this site: a poster, a ticket, or a sticker that somebody put over ours
            return qsTr("That code belongs to something else. If it is stuck over the label of a stop, tell the desk. The number on the label leads to the stop too.");
        case "newer":
            //: After a code of this site that the installed content does not have yet
            return qsTr("This stop is newer than the guide on this device. All other stops are here.");
        }
        if (ScanView.struggling || ScanView.answer === "unreadable")
            //: After some seconds in which nothing could be read: the way on is the button below these words
            return qsTr("It may be easier to type the number on the label.");
        return ScanView.knows_things
            //: Guidance over the camera's picture, where the guide also knows things by their looks
            ? qsTr("Point at the code beside a stop, or at the thing itself")
            //: Guidance over the camera's picture
            : qsTr("Point at the code beside a stop");
    }
}
