pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// Has the keys of the number pad said aloud, for visitors who do not see them well; only while there is something to hear.
TextButton {
    objectName: "say-digits"
    visible: NumberPad.can_speak
    text: NumberPad.spoken
        //: Switches off that the keys of the number pad are said aloud
        ? qsTr("Do not say the digits")
        //: Has each key of the number pad said aloud, for those who cannot see it well
        : qsTr("Say the digits aloud")
    glyph: "volume"
    leftPadding: Space.base
    onClicked: {
        NumberPad.toggle_spoken();
        //: Said aloud when the number pad begins to say its keys
        NumberPad.say(qsTr("Each digit is said aloud now"));
    }
}
