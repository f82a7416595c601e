pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../components"

// Asked when nobody has touched the screen for a while and nothing is being told.
Question {
    //: Asked when nobody has touched the screen for a while
    title: qsTr("Still there?")
    words: AttentionWatch.asking
        //: Counts down the seconds until the visit ends by itself
        ? qsTr("The visit ends in %1 s and everything about it is wiped.").arg(Look.number(AttentionWatch.seconds_left))
        : ""

    onTouchedBeside: AttentionWatch.touched()

    TextButton {
        objectName: "still-here"
        //: Answer to "Still there?"
        text: qsTr("Yes, go on")
        primary: true
        Layout.fillWidth: true
        onClicked: AttentionWatch.touched()
    }
    TextButton {
        objectName: "still-end"
        //: Answer to "Still there?"
        text: qsTr("End my visit")
        glyph: "leave"
        Layout.fillWidth: true
        onClicked: VisitFlow.end("leave")
    }
}
