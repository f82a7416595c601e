pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The films of a stop: those in sign language that go with the voice, one to watch, and those that stand alone.
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

    visible: FilmShow.offers.length > 0 || SignShow.offers.length > 0
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
}
