pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What else there is to see and hear at a stop: the story in sign language, films, sounds that are no speech.
Flow {
    id: films

    function word(kind: string, title: string): string {
        if (kind === "video")
            //: Opens a film about the stop
            return qsTr("Watch the film");
        if (title !== "")
            //: Opens a film that tells the stop in sign language; which one follows
            return qsTr("In sign language: %1").arg(title);
        //: Opens a film that tells the stop in sign language
        return qsTr("In sign language");
    }

    // Shown beside the picture while the voice speaks, not on a page of its own.
    function step(title: string, shown: bool): string {
        if (title !== "")
            return shown
                //: Takes away the film in sign language that runs beside the story; which one follows
                ? qsTr("Without sign language: %1").arg(title)
                //: Has the story signed while it is told; which sign language follows
                : qsTr("With sign language: %1").arg(title);
        return shown
            //: Takes away the film in sign language that runs beside the story
            ? qsTr("Without sign language")
            //: Has the story signed while it is told
            : qsTr("With sign language");
    }

    visible: FilmShow.offers.length + SignShow.offers.length + SoundShow.offers.length > 0
    spacing: Space.snug

    Repeater {
        model: SignShow.offers
        TextButton {
            required property var modelData
            required property int index
            objectName: "sign-" + index
            text: films.step(modelData.title, modelData.language === SignShow.language)
            glyph: "hand"
            onClicked: SignShow.toggle(modelData.language)
        }
    }
    Repeater {
        model: FilmShow.offers
        TextButton {
            required property var modelData
            required property int index
            objectName: "film-" + index
            text: films.word(modelData.kind, modelData.title)
            glyph: modelData.kind === "sign" ? "hand" : "film"
            onClicked: FilmShow.open(index)
        }
    }
    Repeater {
        model: SoundShow.offers
        TextButton {
            required property var modelData
            required property int index
            readonly property bool heard: index === SoundShow.current && SoundShow.playing
            objectName: "sound-" + index
            width: Math.min(implicitWidth, films.width)
            text: sounds.name(modelData)
            glyph: heard ? "pause" : index === SoundShow.current ? "play" : "volume"
            Accessible.name: heard
                //: Read aloud: pauses a sound of the stop; its title follows
                ? qsTr("Pause: %1").arg(text)
                //: Read aloud: plays a sound of the stop, which is no speech; its title follows
                : qsTr("Listen: %1").arg(text)
            Accessible.description: sounds.tell(modelData)
            onClicked: SoundShow.toggle(index)
        }
    }
    SoundWords {
        id: sounds
    }
}
