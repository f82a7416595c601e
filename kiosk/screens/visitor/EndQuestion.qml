pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../components"

// Asked once before a visit is ended by choice.
Question {
    //: Asked before the visit is ended
    title: qsTr("End your visit?")
    //: Says what ending the visit does
    words: qsTr("You will see what you saw. Then everything about your visit is wiped from this device.")

    TextButton {
        objectName: "end-yes"
        //: Answer to "End your visit?"
        text: qsTr("End my visit")
        primary: true
        glyph: "leave"
        Layout.fillWidth: true
        onClicked: VisitFlow.end("leave")
    }
    TextButton {
        objectName: "end-no"
        //: Answer to "End your visit?"
        text: qsTr("Go on with the visit")
        Layout.fillWidth: true
        onClicked: VisitFlow.stay()
    }
}
