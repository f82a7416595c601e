pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The films of a stop: one to watch, and those in sign language.
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

    visible: FilmShow.offers.length > 0
    spacing: Space.snug

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
