pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// Who speaks, and what is out of the ordinary: another language, no voice, no sound.
Words {
    id: line

    objectName: "voice-line"
    visible: text !== ""
    text: [line.exception(), line.speaker()].filter(part => part !== "").join(" ")
    size: Face.small
    color: Colour.muted

    function exception(): string {
        if (NarrationBar.remark === "no-sound")
            //: Where the device has no sound output
            return qsTr("This device has no sound. The words run along.");
        if (NarrationBar.kind === "text")
            //: Where neither a recording nor a voice serves the language
            return qsTr("There is no voice in this language on this device. The words run along.");
        if (NarrationBar.other_language !== "")
            //: Where the recording is not in the visitor's language; the language's own name follows
            return qsTr("The voice speaks %1.").arg(NarrationBar.other_language);
        if (StopPage.words_language !== "" && StopPage.words_language !== Look.language)
            //: Where the text is not there in the visitor's language
            return qsTr("This stop is not yet told in your language.");
        return "";
    }
    function speaker(): string {
        if (NarrationBar.remark === "no-sound")
            return "";
        if (NarrationBar.speaker === "computer")
            //: Whose voice tells the story: no person's
            return qsTr("Computer voice");
        if (NarrationBar.speaker !== "person")
            return "";
        if (NarrationBar.credit === "")
            //: Whose voice tells the story: a person's, whose name is not known
            return qsTr("A person's voice, recorded");
        //: Whose voice tells the story; who made the recording follows
        return qsTr("Recorded by %1").arg(NarrationBar.credit);
    }
}
