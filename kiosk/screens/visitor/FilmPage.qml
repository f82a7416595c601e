pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// A film over the whole page. Captions stand below it, never over hands that sign.
Rectangle {
    id: page

    color: Colour.surface

    FilmPicture {
        id: film
        objectName: "film-picture"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: below.top }
        show: FilmShow
        Accessible.role: Accessible.Graphic
        //: Read aloud: the picture of a film that is playing
        Accessible.name: FilmShow.title !== "" ? FilmShow.title : StopPage.title
        MouseArea {
            anchors.fill: parent
            onClicked: FilmShow.toggle()
        }
    }
    Rectangle {
        id: below
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: column.height + 2 * Space.base
        color: Colour.surface

        Rectangle {
            width: parent.width
            height: 4
            color: Colour.line
            Rectangle {
                objectName: "film-progress"
                width: parent.width * FilmShow.progress
                height: parent.height
                color: Colour.accent
            }
        }
        Column {
            id: column
            x: Space.base
            y: Space.base
            width: parent.width - 2 * Space.base
            spacing: Space.snug

            Words {
                objectName: "film-caption"
                // Two lines are kept, so that the picture does not jump.
                visible: FilmShow.has_captions && Captions.mode !== "off"
                height: Math.max(implicitHeight, 2 * lineHeight)
                text: FilmShow.caption
                size: Captions.mode === "large" ? Face.lead : Face.body
                tag: FilmShow.language
                horizontalAlignment: Text.AlignHCenter
                width: parent.width
            }
            Flow {
                width: parent.width
                spacing: Space.roomy
                TextButton {
                    objectName: "film-play"
                    primary: true
                    enabled: !FilmShow.failed
                    text: FilmShow.playing
                        //: Pauses a film
                        ? qsTr("Pause the film")
                        //: Lets a film go on, or shows it again
                        : qsTr("Play the film")
                    glyph: FilmShow.playing ? "pause" : "play"
                    onClicked: FilmShow.toggle()
                }
                Column {
                    width: Math.max(0, Math.min(implicitWidth, column.width))
                    Words {
                        text: FilmShow.title !== "" ? FilmShow.title : StopPage.title
                        width: Math.min(implicitWidth, column.width)
                    }
                    Words {
                        objectName: "film-remark"
                        visible: text !== ""
                        text: page.remark()
                        size: Face.small
                        color: Colour.muted
                        width: Math.min(implicitWidth, column.width)
                    }
                }
            }
        }
    }

    function remark(): string {
        if (FilmShow.failed)
            //: Where a film cannot be shown
            return qsTr("This film cannot be shown on this device.");
        const spoken = FilmShow.other_language === "" ? ""
            //: Where what is spoken in a film is not in the visitor's language; the language's own name follows
            : qsTr("The film speaks %1.").arg(FilmShow.other_language);
        return [spoken, FilmShow.credit].filter(part => part !== "").join(" ");
    }
}
