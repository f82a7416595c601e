pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// A visitor gives something back: what it is, the words or the voice, and what becomes of it before it is sent.
Item {
    id: page

    readonly property bool writing: TalkBack.step === "write"
    readonly property bool speaking: TalkBack.step === "speak"
    readonly property bool ready: writing ? TalkBack.something_written
        : SpokenNote.state === "ready" || SpokenNote.state === "playing"
    // Above the keys a wide screen has room for what is chosen and written, and for one line more.
    readonly property bool tight: writing && Format.landscape
    // What becomes of it stands beside Send, where the size of the letters leaves room.
    readonly property bool beside: tight && Look.text_scale <= 1.2
    readonly property int side: Math.max(Space.margin,
        Format.landscape ? Math.round((width - 900 * Math.max(1, Face.large)) / 2) : 0)

    TalkWords { id: words }

    ScrollArea {
        id: area
        objectName: "talk-area"
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: parent.height - (page.writing ? write.height + Space.snug : 0) - keys.height - bar.height
        inset: page.side
        low: Format.kiosk
        topInset: page.tight ? Space.snug : Space.roomy
        bottomInset: Space.base
        spacing: Space.base

        Flow {
            width: parent.width
            spacing: Space.base
            Words {
                objectName: "talk-title"
                text: page.title()
                asTitle: true
                size: Face.lead
                width: page.tight ? Math.min(implicitWidth, parent.width) : parent.width
            }
            Words {
                visible: TalkBack.title !== "" && TalkBack.step !== "sent"
                //: What a visitor's words are about; %1 is the title of a stop
                text: qsTr("About: %1").arg("\u2068" + TalkBack.title + "\u2069")
                size: Face.small
                color: Colour.muted
                width: page.tight ? Math.min(implicitWidth, parent.width) : parent.width
                topPadding: page.tight ? Space.tight : 0
            }
        }
        ChoiceRow {
            visible: TalkBack.step !== "sent" && TalkBack.kinds.length > 1
            width: parent.width
            //: Heading over: a comment, a question, my own story
            title: qsTr("What is it?")
            compact: page.tight
            options: TalkBack.kinds.map(kind => ({ "key": kind, "word": words.word(kind) }))
            chosen: TalkBack.kind
            onPicked: kind => TalkBack.choose_kind(kind)
        }
        Loader {
            active: page.speaking
            visible: active
            width: parent.width
            source: "../components/SpeakPanel.qml"
        }
        Words {
            objectName: "talk-trouble"
            visible: text !== ""
            text: page.trouble()
            color: Colour.accent
            width: parent.width
        }
        Words {
            objectName: "talk-outcome"
            visible: TalkBack.step !== "sent" && !page.beside
            text: page.outcome()
            size: Face.small
            color: Colour.muted
            width: parent.width
        }
        Words {
            objectName: "talk-left"
            visible: page.writing && TalkBack.characters_left < 200
            //: How much more a visitor may write; a number of letters follows
            text: qsTr("Letters that still fit: %1").arg(Look.number(TalkBack.characters_left))
            size: Face.small
            color: TalkBack.characters_left === 0 ? Colour.accent : Colour.muted
            width: parent.width
        }
        SentList {
            visible: TalkBack.step === "sent"
            width: parent.width
        }
        RatingRow {
            visible: TalkBack.may_rate && TalkBack.step === "sent"
            width: parent.width
            question: TalkBack.title !== ""
                //: Over one to five stars for a stop
                ? qsTr("How did you like this stop?")
                //: Over one to five stars for the whole site
                : qsTr("How do you like it here?")
            given: TalkBack.rated
            onRated: stars => TalkBack.rate(stars)
        }
    }
    WritePanel {
        id: write
        readonly property real room: page.height - keys.height - bar.height - Space.vast
        visible: page.writing
        x: page.side
        width: page.width - 2 * page.side
        height: visible ? implicitHeight : 0
        anchors.bottom: keys.top
        anchors.bottomMargin: Space.snug
        // What is written matters more than what is said of it, but not to the last line.
        lines: Math.max(1.5, Math.min(Look.text_scale > 1.2 ? 3 : 4, Math.floor(room * (page.beside ? 0.5 : 0.4) / lineHeight)))
        onVisibleChanged: if (visible)
            field.forceActiveFocus()
        Component.onCompleted: field.forceActiveFocus()
    }
    // Before the keys in the order of the tab key: whoever has a keyboard needs none of them.
    Rectangle {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: buttons.height + 2 * Space.tight
        color: Colour.surface
        Hairline { width: parent.width }
        Flow {
            id: buttons
            x: Math.min(Space.margin, Space.wide)
            y: Space.tight
            width: parent.width - 2 * x
            spacing: Space.tight
            TextButton {
                id: send
                objectName: "talk-send"
                visible: TalkBack.step !== "sent"
                text: TalkBack.sending
                    //: While a recording is being kept, for a moment
                    ? qsTr("One moment")
                    //: Sends what a visitor wrote or recorded
                    : qsTr("Send")
                primary: true
                enabled: page.ready && !TalkBack.sending
                width: Math.max(implicitWidth, Math.round(buttons.width * (page.beside ? 0.25 : 0.4)))
                onClicked: TalkBack.send()
            }
            TextButton {
                id: speak
                objectName: "talk-speak"
                visible: page.writing && TalkBack.may_speak
                //: Goes from writing to speaking
                text: qsTr("Speak instead")
                glyph: "microphone"
                onClicked: TalkBack.go("speak")
            }
            Item {
                visible: page.beside
                width: Space.tight
                height: 1
            }
            Words {
                objectName: "talk-outcome-beside"
                visible: page.beside
                text: page.outcome()
                size: Face.small
                color: Colour.muted
                width: buttons.width - send.width - 3 * Space.tight - (speak.visible ? speak.width + Space.tight : 0)
            }
            TextButton {
                objectName: "talk-write"
                visible: page.speaking
                //: Goes from speaking to writing
                text: qsTr("Write instead")
                glyph: "keypad"
                onClicked: TalkBack.go("write")
            }
            TextButton {
                objectName: "talk-done"
                visible: TalkBack.step === "sent"
                //: Goes back to where the visitor was before they said something
                text: qsTr("Go on with the visit")
                primary: true
                onClicked: VisitFlow.back()
            }
            TextButton {
                objectName: "talk-again"
                visible: TalkBack.step === "sent"
                //: Begins another message
                text: qsTr("Say something else")
                onClicked: TalkBack.begin_anew()
            }
        }
    }
    Loader {
        id: keys
        active: page.writing
        visible: active
        x: Math.round((page.width - width) / 2)
        anchors.bottom: bar.top
        width: page.width - 2 * Math.min(Space.margin, Space.wide)
        height: active && item ? (item as Item).implicitHeight + Space.tight : 0
        sourceComponent: LetterPad {
            field: write.field
            capitals: true
            width: keys.width
        }
    }

    function outcome(): string {
        return words.outcome(TalkBack.kind) + " "
            //: After what becomes of a visitor's words, before they are sent
            + qsTr("Until your visit ends you can take it back.");
    }
    function title(): string {
        if (TalkBack.step !== "sent")
            //: Title of the page on which a visitor tells the site something
            return qsTr("Tell the site something");
        return TalkBack.sent.length > 0
            //: Title after a visitor sent something
            ? qsTr("Thank you. It goes to staff when your visit ends.")
            //: Title after a visitor took back all they had sent
            : qsTr("Taken back. Nobody hears of it.");
    }
    function trouble(): string {
        switch (TalkBack.trouble) {
        case "enough":
            //: Where a visitor has sent as many messages as one visit may
            return qsTr("That is as much as one visit can send. Staff at the desk like to hear the rest.");
        case "failed":
            //: Where a recording could not be kept on the device
            return qsTr("The recording could not be kept. You can write instead.");
        default:
            return "";
        }
    }
}
