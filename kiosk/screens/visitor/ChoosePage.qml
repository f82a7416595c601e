pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The camera saw several labels, or a thing that may be one of a few: the visitor says which.
ScrollArea {
    id: area

    readonly property bool pictures: StopChoice.kind === "pictures"

    inset: Space.margin
    centred: true
    low: Format.kiosk
    bottomInset: Format.landscape ? Space.wide : Space.vast
    spacing: Space.base

    Component.onCompleted: title.Accessible.announce(title.text)

    Words {
        id: title
        objectName: "choose-title"
        text: area.pictures
            //: Title over two or three stops that the camera may have recognised
            ? qsTr("Is it one of these?")
            //: Title over the stops whose labels the camera sees at the same time
            : qsTr("Which one do you mean?")
        asTitle: true
        size: Face.title
        width: parent.width
    }
    ChoiceList {
        width: parent.width
        stops: StopChoice.rows
        room: area.height
        onPicked: id => StopChoice.choose(id)
    }
    Flow {
        width: parent.width
        spacing: Space.snug
        TextButton {
            objectName: "none-of-these"
            text: area.pictures
                //: Answer to "Is it one of these?": back to the camera
                ? qsTr("None of these")
                //: Leaves the choice between several labels
                : qsTr("Back to the camera")
            glyph: "camera"
            onClicked: StopChoice.decline()
        }
        TextButton {
            objectName: "choose-number"
            text: qsTr("Type a number")
            glyph: "keypad"
            onClicked: {
                StopChoice.decline();
                VisitFlow.show("number");
            }
        }
    }
}
