pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Type a stop's number; where two stops bear it, choose.
ScrollArea {
    id: area
    inset: Space.margin
    centred: true
    low: !Format.landscape
    bottomInset: Format.landscape ? Space.wide : Space.vast
    spacing: Space.base

    Component.onCompleted: NumberPad.forget()

    Words {
        text: NumberPad.choices.length > 0
            //: Title of the choice between stops with the same number
            ? qsTr("Which one is it?")
            //: Title of the number pad
            : qsTr("Type the number on the label")
        asTitle: true
        size: Face.title
        width: parent.width
        horizontalAlignment: NumberPad.choices.length > 0 ? Text.AlignLeft : Text.AlignHCenter
    }
    Repeater {
        model: NumberPad.choices
        StopRow {
            required property var modelData
            stop: modelData
            width: parent.width
            onClicked: NumberPad.choose(modelData.id)
        }
    }
    KeyPad {
        visible: NumberPad.choices.length === 0
        width: Math.min(parent.width, 420 * Math.max(Format.unit, Face.large))
        anchors.horizontalCenter: parent.horizontalCenter
    }
    TextButton {
        visible: NumberPad.unknown !== ""
        objectName: "browse-instead"
        text: qsTr("All stops")
        glyph: "list"
        anchors.horizontalCenter: parent.horizontalCenter
        onClicked: VisitFlow.show("browse")
    }
}
