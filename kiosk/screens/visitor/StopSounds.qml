pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The sound of a stop that was chosen: what is heard in it, in words, how far it is, who made it.
Rectangle {
    id: panel

    readonly property var open: SoundShow.current >= 0 ? SoundShow.offers[SoundShow.current] : null

    objectName: "sound-panel"
    visible: open !== null
    height: words.height + 2 * Space.base
    radius: Space.radius
    color: Colour.raised
    border.width: Colour.contrast ? 1 : 0
    border.color: Colour.edge

    SoundWords {
        id: sounds
    }
    Rectangle {
        objectName: "sound-progress"
        // It runs from left to right whatever the text does, as recordings do.
        LayoutMirroring.enabled: false
        anchors.left: parent.left
        width: parent.width * SoundShow.progress
        height: 4
        color: Colour.accent
    }
    Column {
        id: words
        x: Space.base
        y: Space.base
        width: parent.width - 2 * Space.base
        spacing: Space.tight

        Words {
            objectName: "sound-failed"
            visible: SoundShow.failed || SoundShow.unheard
            text: SoundShow.failed
                //: Where a sound of a stop cannot be played
                ? qsTr("This sound cannot be played on this device.")
                //: Where the device has no sound output, and a sound of a stop was chosen
                : qsTr("This device has no sound.")
            width: parent.width
        }
        Words {
            objectName: "sound-description"
            visible: text !== ""
            text: panel.open ? panel.open.description : ""
            width: parent.width
        }
        Words {
            objectName: "sound-credit"
            text: panel.open ? [sounds.time(panel.open), panel.open.credit].filter(part => part !== "").join(" · ") : ""
            size: Face.small
            color: Colour.muted
            width: parent.width
        }
        TextButton {
            objectName: "sound-leave"
            width: Math.min(implicitWidth, parent.width)
            text: SoundShow.holds_story
                //: Ends a sound of the stop; the story that stood still goes on
                ? qsTr("Back to the story")
                //: Ends a sound of the stop and hides what is said of it
                : qsTr("Close the sound")
            glyph: SoundShow.holds_story ? "play" : "close"
            onClicked: SoundShow.leave()
        }
    }
}
