pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What earlier visitors gave back about this stop, told apart from the site's own words; and the way to add one's own.
Column {
    visible: VisitorVoices.rows.length > 0 || TalkBack.kinds.length > 0
    spacing: Space.base

    Words {
        visible: VisitorVoices.rows.length > 0
        //: Heading over what earlier visitors wrote or said about a stop
        text: qsTr("Voices of visitors")
        asTitle: true
        size: Face.lead
        width: parent.width
    }
    VoiceList {
        visible: VisitorVoices.rows.length > 0
        width: parent.width
    }
    TextButton {
        objectName: "talk-stop"
        visible: TalkBack.kinds.length > 0
        //: Goes to the page on which a visitor can say something about this stop
        text: qsTr("Leave a word about this stop")
        glyph: "talk"
        anchors.left: parent.left
        width: Math.min(implicitWidth, parent.width)
        onClicked: TalkBack.open(StopPage.stop_id)
    }
}
