pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What is told, in full, followed word by word; above it whose voice it is.
Column {
    id: story

    readonly property bool telling: follower.telling
    readonly property real wordTop: follower.y + follower.wordTop

    spacing: Space.snug

    VoiceLine { width: parent.width }
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
}
