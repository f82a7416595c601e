pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What is told, in full, followed word by word; above it what kind of voice there is, where that needs saying.
Column {
    id: story

    readonly property bool telling: follower.telling
    readonly property real wordTop: follower.y + follower.wordTop

    spacing: Space.snug

    Words {
        visible: text !== ""
        text: story.remark()
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    ReadAlong {
        id: follower
        objectName: "transcript"
        text: StopPage.words
        tag: StopPage.words_language
        wordStart: Captions.word.x
        wordEnd: Captions.word.y
        sentence: Captions.sentence
        width: parent.width
    }

    function remark(): string {
        if (NarrationBar.remark === "unplugged")
            //: After the headphones were pulled out and the voice has paused
            return qsTr("The headphones are out. Touch Play to go on.");
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
}
