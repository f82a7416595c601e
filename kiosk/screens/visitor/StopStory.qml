pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What is told, in full, followed word by word; above it whose voice it is, and the way to large captions.
Column {
    id: story

    property int size: Face.body
    readonly property bool telling: follower.telling
    readonly property real lineTop: follower.y + follower.wordTop
    readonly property real chosenTop: follower.chosenTop < 0 ? -1 : follower.y + follower.chosenTop

    spacing: Space.snug

    Flow {
        width: parent.width
        spacing: Space.tight

        Item {
            readonly property real beside: story.width - form.width - Space.tight
            width: beside > 9 * Face.body ? beside : story.width
            height: Math.max(voice.implicitHeight, beside > 9 * Face.body ? form.height : 0)
            VoiceLine {
                id: voice
                width: parent.width
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        TextButton {
            id: form
            readonly property bool large: Captions.mode === "large"
            objectName: large ? "whole-page" : "large-captions"
            text: large
                //: Goes from large captions back to the page with its picture
                ? qsTr("Show the picture")
                //: Shows the words of the story in large letters, in place of the picture
                : qsTr("Large captions")
            glyph: large ? "back" : "captions"
            quiet: true
            width: Math.min(implicitWidth, story.width)
            onClicked: Captions.choose(large ? "strip" : "large")
        }
    }
    ReadAlong {
        id: follower
        objectName: "transcript"
        text: StopPage.words
        tag: StopPage.words_language
        word: Captions.word
        sentence: Captions.sentence
        size: story.size
        leads: Captions.follows
        width: parent.width
    }
}
