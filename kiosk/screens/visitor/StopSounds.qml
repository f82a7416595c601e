pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The sounds of a stop that are no speech. The one that is open says in words what is heard.
Column {
    id: sounds

    readonly property var open: SoundShow.current >= 0 ? SoundShow.offers[SoundShow.current] : null

    function name(sound: var): string {
        if (sound.title !== "")
            return sound.title;
        return sound.kind === "music"
            //: A sound of a stop without a title of its own: music
            ? qsTr("Music")
            //: A sound of a stop without a title of its own: what is heard at the place
            : qsTr("Sounds of this place");
    }
    function time(sound: var): string {
        if (sound.loops)
            //: Of a sound that has no end of its own
            return qsTr("It goes on until you stop it.");
        return sound.unit === "s"
            //: A length in seconds
            ? qsTr("%1 s").arg(Look.number(sound.amount))
            //: A length in minutes
            : qsTr("%1 min").arg(Look.number(sound.amount));
    }

    visible: SoundShow.offers.length > 0
    spacing: Space.snug

    Flow {
        width: parent.width
        spacing: Space.snug
        Repeater {
            model: SoundShow.offers
            TextButton {
                required property var modelData
                required property int index
                readonly property bool chosen: index === SoundShow.current
                objectName: "sound-" + index
                width: Math.min(implicitWidth, sounds.width)
                text: sounds.name(modelData)
                glyph: chosen && SoundShow.playing ? "pause" : "volume"
                checked: chosen
                Accessible.role: Accessible.Button
                Accessible.name: chosen && SoundShow.playing
                    //: Read aloud: pauses a sound of the stop; its title follows
                    ? qsTr("Pause: %1").arg(text)
                    //: Read aloud: plays a sound of the stop, which is no speech; its title follows
                    : qsTr("Listen: %1").arg(text)
                Accessible.description: [sounds.time(modelData), modelData.description].filter(part => part !== "").join(" ")
                onClicked: SoundShow.toggle(index)
            }
        }
    }
    Rectangle {
        objectName: "sound-panel"
        visible: sounds.open !== null
        width: parent.width
        height: visible ? words.height + 2 * Space.base : 0
        radius: Space.radius
        color: Colour.raised
        clip: true

        Rectangle {
            // It runs from left to right whatever the text does, as recordings do.
            LayoutMirroring.enabled: false
            anchors.left: parent.left
            objectName: "sound-progress"
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
                visible: SoundShow.failed
                //: Where a sound of a stop cannot be played
                text: qsTr("This sound cannot be played on this device.")
                width: parent.width
            }
            Words {
                objectName: "sound-description"
                visible: text !== ""
                text: sounds.open ? sounds.open.description : ""
                width: parent.width
            }
            Words {
                objectName: "sound-credit"
                text: sounds.open ? [sounds.time(sounds.open), sounds.open.credit].filter(part => part !== "").join(" · ") : ""
                size: Face.small
                color: Colour.muted
                width: parent.width
            }
            Flow {
                width: parent.width
                spacing: Space.snug
                TextButton {
                    objectName: "sound-play"
                    visible: !SoundShow.failed
                    text: SoundShow.playing
                        //: Pauses a sound of the stop
                        ? qsTr("Pause the sound")
                        //: Lets a sound of the stop go on
                        : qsTr("Play the sound")
                    glyph: SoundShow.playing ? "pause" : "play"
                    onClicked: SoundShow.toggle(SoundShow.current)
                }
                TextButton {
                    objectName: "sound-leave"
                    text: SoundShow.holds_story
                        //: Ends a sound of the stop; the story that stood still goes on
                        ? qsTr("Back to the story")
                        //: Ends a sound of the stop and hides what is said of it
                        : qsTr("Close the sound")
                    glyph: SoundShow.holds_story ? "ahead" : "close"
                    onClicked: SoundShow.leave()
                }
            }
        }
    }
}
