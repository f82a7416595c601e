pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// The camera saw several labels, or a thing that may be one of a few: the visitor says which.
ScrollArea {
    id: area

    readonly property bool pictures: StopChoice.kind === "pictures"
    // Side by side where the screen is wide and the text is not: pictures are compared, not read.
    readonly property bool abreast: Format.landscape && Look.text_scale < 1.2

    inset: Space.margin
    centred: true
    low: Format.kiosk
    bottomInset: Format.landscape ? Space.wide : Space.vast
    spacing: Space.base

    Words {
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
    RowLayout {
        visible: area.abreast
        width: parent.width
        spacing: Space.roomy
        Repeater {
            model: area.abreast ? StopChoice.rows : []
            ChoiceCard {
                required property var modelData
                stop: modelData
                pictureHeight: Math.round(area.height * 0.44)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.maximumWidth: Math.round(area.width * 0.45)
                Layout.alignment: Qt.AlignTop
                onClicked: StopChoice.choose(modelData.id)
            }
        }
    }
    Column {
        visible: !area.abreast
        width: parent.width
        spacing: Space.tight
        Repeater {
            model: area.abreast ? [] : StopChoice.rows
            StopRow {
                required property var modelData
                stop: modelData
                pictureSide: Math.round((Format.kiosk ? 240 : 168) * Math.min(1.2, Face.large))
                width: parent.width
                onClicked: StopChoice.choose(modelData.id)
            }
        }
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
