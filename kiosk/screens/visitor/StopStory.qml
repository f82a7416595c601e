import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What is told, in full, followed word by word; above it what kind of voice there is, where that needs saying.
Column {
    id: story

    readonly property real wordTop: follower.y + follower.wordTop

    spacing: Space.snug

    Words {
        visible: text !== ""
        text: NarrationBar.kind === "text"
            //: Where neither a recording nor a voice serves the language
            ? qsTr("There is no voice in this language on this device. The words run along.")
            : StopPage.words_language !== "" && StopPage.words_language !== Look.language
            //: Where the text is not there in the visitor's language
            ? qsTr("This stop is not yet told in your language.") : ""
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    ReadAlong {
        id: follower
        objectName: "transcript"
        text: StopPage.words
        tag: StopPage.words_language
        wordStart: NarrationBar.word_start
        wordEnd: NarrationBar.word_end
        sentence: NarrationBar.sentence
        width: parent.width
    }
}
