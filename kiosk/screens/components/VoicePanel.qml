pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// How the voice is heard: speed, loudness, and whether more follows by itself. It stands on the foot; a touch beside it puts it away.
FocusScope {
    id: panel

    Accessible.role: Accessible.Pane
    Accessible.name: title.text
    Keys.onEscapePressed: VoiceWishes.close()
    Keys.onBackPressed: VoiceWishes.close()

    MouseArea {
        anchors.fill: parent
        onClicked: VoiceWishes.close()
    }
    Rectangle {
        objectName: "voice-panel"
        x: Format.landscape && !Look.right_to_left ? parent.width - width : 0
        width: Format.landscape ? Math.min(parent.width, Math.round(560 * Math.max(1, Face.large))) : parent.width
        height: Math.min(parent.height, area.contentHeight + done.height + Space.roomy)
        anchors.bottom: parent.bottom
        color: Colour.raised
        border.width: 1
        border.color: Colour.edge

        MouseArea { anchors.fill: parent }  // What lies below is not touched through it.
        ScrollArea {
            id: area
            anchors { left: parent.left; right: parent.right; top: parent.top; bottom: done.top }
            inset: Format.landscape ? Space.roomy : Space.margin
            topInset: Space.roomy
            bottomInset: Space.base
            spacing: Space.base

            Words {
                id: title
                //: Heading over the choices how the voice is heard
                text: qsTr("How you hear it")
                asTitle: true
                size: Face.lead
                width: parent.width
            }
            SpeedChoice { width: parent.width }
            LoudnessChoice { width: parent.width }
            CaptionChoice { width: parent.width }
            TextButton {
                objectName: "going-on"
                visible: VoiceWishes.may_go_on
                text: VoiceWishes.going_on
                    //: Switches off that a longer story of a stop begins by itself after a shorter one
                    ? qsTr("Do not go on to more by itself")
                    //: Switches on that a longer story of a stop begins by itself after a shorter one
                    : qsTr("Go on to more by itself")
                glyph: "more"
                width: parent.width
                onClicked: VoiceWishes.choose_going_on(!VoiceWishes.going_on)
            }
        }
        // In reach however long the choices are.
        TextButton {
            id: done
            objectName: "voice-done"
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: area.inset }
            anchors.bottomMargin: Space.roomy
            focus: true
            //: Puts away the choices how the voice is heard
            text: qsTr("Done")
            primary: true
            onClicked: VoiceWishes.close()
        }
    }
}
