pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// Type a stop's number; where it may mean several stops, choose.
ScrollArea {
    id: area

    readonly property bool choosing: NumberPad.choices.length > 0
    readonly property bool guessing: choosing && NumberPad.unknown !== ""

    inset: Space.margin
    centred: true
    low: Format.kiosk || Format.portrait && !choosing
    bottomInset: Format.landscape ? Space.wide : Space.vast
    spacing: Space.base

    onChoosingChanged: {
        if (choosing) {
            NumberPad.say(title.text);
            title.Accessible.announce(title.text);
            SelfVoice.announce(title.text);
        }
    }

    Words {
        id: title
        objectName: "number-title"
        text: area.guessing
            //: Title over stops whose number is much like the one typed, which no stop here has
            ? qsTr("No stop here has the number %1. Did you mean one of these?").arg(Look.digits(NumberPad.unknown))
            : area.choosing
            //: Title of the choice between stops with the same number
            ? qsTr("Which one is it?")
            //: Title of the number pad
            : qsTr("Type the number on the label")
        asTitle: true
        size: area.guessing ? Face.lead : Face.title
        width: parent.width
        horizontalAlignment: area.choosing ? Text.AlignLeft : Text.AlignHCenter
    }
    ChoiceList {
        visible: area.choosing
        width: parent.width
        stops: NumberPad.choices
        room: area.height
        onPicked: id => NumberPad.choose(id)
    }
    KeyPad {
        visible: !area.choosing
        width: Math.min(parent.width, 420 * Math.max(Format.unit, Face.large))
        anchors.horizontalCenter: parent.horizontalCenter
        Component.onCompleted: forceActiveFocus()
    }
    GridLayout {
        x: !area.choosing ? Math.round((parent.width - width) / 2) : Look.right_to_left ? parent.width - width : 0
        columns: Format.landscape || Look.text_scale < 1.2 ? 2 : 1
        columnSpacing: Space.snug
        rowSpacing: Space.snug
        TextButton {
            visible: area.choosing
            objectName: "type-again"
            //: Goes back from a choice of stops to the number pad
            text: qsTr("Type another number")
            glyph: "keypad"
            onClicked: NumberPad.forget()
        }
        SayDigits { visible: NumberPad.can_speak && !area.choosing }
        TextButton {
            visible: NumberPad.unknown !== ""
            objectName: "browse-instead"
            text: qsTr("All stops")
            glyph: "list"
            onClicked: VisitFlow.show("browse")
        }
    }
}
