pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// The words of the ticket's page: what to do, or what is wrong with a code and who helps; and the other ways on.
Column {
    id: words

    property bool camera: true
    property bool typing: false
    readonly property bool inside: TicketEntry.asking === "off"

    spacing: Space.base

    Words {
        text: words.inside
            //: Title of the page where a code from another heritage site is shown
            ? qsTr("A code from another site")
            //: Title of the page where a ticket is shown before the visit
            : qsTr("Your ticket")
        asTitle: true
        size: Face.title
        width: parent.width
    }
    Words {
        visible: !words.inside && text !== ""
        text: TicketEntry.site_name
        color: Colour.muted
        width: parent.width
    }
    Words {
        id: said
        objectName: "ticket-said"
        text: TicketEntry.answer !== "" ? words.refusal() : words.guidance()
        size: Face.lead
        color: TicketEntry.answer === "" ? Colour.ink : Colour.accent
        width: parent.width
        onTextChanged: {
            // Each second of a wait is not worth a word.
            if (TicketEntry.answer === "wait")
                return;
            said.Accessible.announce(said.text);
            SelfVoice.announce(said.text);
        }
    }
    Words {
        objectName: "ticket-help"
        visible: TicketEntry.answer !== "" && TicketEntry.answer !== "wait"
        text: TicketEntry.help !== "" ? TicketEntry.help
            //: After a ticket that is not accepted, where the site has not said where its desk is
            : qsTr("The desk will help you.")
        width: parent.width
    }
    TextButton {
        objectName: "ticket-type"
        visible: !words.typing
        //: Goes from the camera to typing a ticket's code
        text: qsTr("Type the code")
        glyph: "keypad"
        primary: true
        width: parent.width
        onClicked: TicketEntry.choose_typing(true)
    }
    TextButton {
        objectName: "ticket-scan"
        visible: words.typing && words.camera
        //: Goes from typing a ticket's code to holding it before the camera
        text: qsTr("Hold it before the camera")
        glyph: "camera"
        leftPadding: Space.base
        width: parent.width
        onClicked: TicketEntry.choose_typing(false)
    }
    TextButton {
        objectName: "ticket-without"
        visible: TicketEntry.asking === "asked"
        //: Goes on to the visit without a ticket, where the site lets visitors
        text: qsTr("Go on without a ticket")
        width: parent.width
        onClicked: TicketEntry.go_without()
    }

    function guidance(): string {
        if (TicketEntry.welcomed)
            return TicketEntry.origin !== ""
                //: After a code from another site, where a ticket is needed too; %1 is the other site's name
                ? qsTr("Welcome from %1. Now your ticket for this site.").arg(TicketEntry.origin)
                //: After a code from another site whose name is not known, where a ticket is needed too
                : qsTr("Welcome. Now your ticket for this site.");
        if (typing)
            //: Guidance on the page where a ticket's code is typed
            return qsTr("Type the 17 letters and digits of your ticket. Dashes can be left out.");
        //: Guidance on the page where a ticket is held before the camera
        return qsTr("Hold the square code before the camera");
    }
    function refusal(): string {
        switch (TicketEntry.answer) {
        case "mistyped":
            //: A ticket's code was typed with a mistake
            return qsTr("There is a slip in the code. Compare it with your ticket, sign by sign.");
        case "torn":
            //: A printed ticket was not read whole, or is of a newer kind
            return qsTr("This ticket cannot be read whole. Type the letters and digits on it.");
        case "not-ours":
            //: A ticket that nobody of this site has made
            return qsTr("This site does not know that ticket.");
        case "other-site":
            //: A genuine ticket of another heritage site
            return qsTr("That ticket is for another site.");
        case "not-yet":
            //: A ticket whose first day is still to come; %1 is that day
            return qsTr("That ticket is good from %1 on.").arg(Look.digits(TicketEntry.day));
        case "over":
            //: A ticket whose last day is over; %1 is that day
            return qsTr("That ticket was good until %1.").arg(Look.digits(TicketEntry.day));
        case "used":
            //: A ticket that has opened as many guides as it is for
            return qsTr("That ticket has been used already.");
        case "wait":
            //: After several wrong codes; %1 is a number of seconds
            return qsTr("Several codes were wrong. You can try again in %1 s.").arg(Look.number(TicketEntry.wait_s));
        case "no-keys":
            //: The device has never been told how to check tickets
            return qsTr("This guide cannot check tickets just now.");
        }
        //: What was typed or held before the camera is no ticket's code
        return qsTr("That is not the code of a ticket. It has 17 letters and digits.");
    }
}
