pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// Speaking instead of writing: how loud one is, how much time is left, and hearing it once more before it is sent.
Column {
    id: panel

    readonly property string noteState: SpokenNote.state
    readonly property bool recording: noteState === "recording"
    readonly property bool ready: noteState === "ready" || noteState === "playing"

    spacing: Space.base

    Words {
        id: said
        objectName: "speak-state"
        text: panel.say()
        size: Face.lead
        width: parent.width
        onTextChanged: {
            if (panel.recording)
                return;
            said.Accessible.announce(said.text);
            SelfVoice.announce(said.text);
        }
    }
    // The level: wide while the voice is loud. The words beside it say that it listens.
    Rectangle {
        objectName: "speak-level"
        visible: panel.recording
        width: parent.width
        height: Space.snug
        radius: height / 2
        color: Colour.line
        Accessible.role: Accessible.ProgressBar
        //: Read aloud: the bar that shows how loud the visitor speaks
        Accessible.name: qsTr("How loud you are")
        Rectangle {
            width: Math.round(parent.width * SpokenNote.level)
            height: parent.height
            radius: parent.radius
            color: Colour.accent
        }
    }
    Words {
        visible: panel.recording
        objectName: "speak-left"
        //: While a visitor's voice is recorded; a number of seconds follows
        text: qsTr("Seconds left: %1").arg(Look.number(SpokenNote.seconds_left))
        color: Colour.muted
        width: parent.width
    }
    Flow {
        width: parent.width
        spacing: Space.tight
        // One button for both: whoever has the screen read aloud finds the end where the beginning was.
        TextButton {
            readonly property bool begun: panel.recording || panel.noteState === "waiting"
            objectName: begun ? "speak-stop" : "speak-start"
            visible: panel.noteState !== "making"
            text: begun
                //: Ends the recording of what the visitor says
                ? qsTr("Stop")
                : panel.ready
                //: Throws the recording away and begins another
                ? qsTr("Record again")
                //: Begins to record what the visitor says
                : qsTr("Record")
            glyph: begun ? "pause" : "microphone"
            primary: !panel.ready
            onClicked: begun ? SpokenNote.stop() : SpokenNote.start()
        }
        TextButton {
            objectName: "speak-listen"
            visible: panel.ready
            text: panel.noteState === "playing"
                //: Ends listening to what one has recorded
                ? qsTr("Stop listening")
                //: Plays what one has recorded
                : qsTr("Listen to it")
            glyph: panel.noteState === "playing" ? "pause" : "play"
            onClicked: SpokenNote.listen()
        }
        TextButton {
            objectName: "speak-discard"
            visible: panel.ready
            //: Throws away what one has recorded
            text: qsTr("Throw it away")
            quiet: true
            onClicked: SpokenNote.discard()
        }
    }

    function say(): string {
        switch (noteState) {
        case "waiting":
            //: Said aloud before a visitor's voice is recorded; the button that began it ends it
            return qsTr("Listening begins in a moment. The same button ends it.");
        case "recording":
            //: While a visitor's voice is recorded
            return qsTr("Listening. Speak now.");
        case "making":
            //: For a moment after a visitor's voice was recorded
            return qsTr("One moment");
        case "ready":
        case "playing":
            //: After a visitor's voice was recorded; %1 is how many seconds it is long
            return qsTr("Recorded, %1 s long. Nothing has been sent yet.").arg(Look.number(SpokenNote.seconds));
        case "quiet":
            //: After a recording in which nobody was heard
            return qsTr("Nothing was heard. Hold the device nearer and speak a little louder.");
        case "failed":
            //: Where the microphone does not work
            return qsTr("The microphone does not work just now. You can write instead.");
        default:
            //: Before a visitor's voice is recorded
            return qsTr("You have one minute. Only your voice is recorded, and only between Record and Stop.");
        }
    }
}
