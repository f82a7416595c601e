pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"

// How loud the voice is, in steps that are heard, up to what the site allows; said in words and shown as a row of bars.
ColumnLayout {
    id: choice

    function words(level: int): string {
        if (level === 0)
            //: How loud the voice is: not to be heard
            return qsTr("Silent. The words run along.");
        if (level === VoiceWishes.loudest)
            //: How loud the voice is: it cannot be louder on this device
            return qsTr("As loud as it can be here");
        //: How loud the voice is, for example "7 of 10"
        return qsTr("%1 of %2").arg(Look.number(level)).arg(Look.number(VoiceWishes.loudest));
    }

    spacing: Space.tight

    Words {
        //: Heading over the loudness of the voice
        text: qsTr("Loudness")
        color: Colour.muted
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Space.snug
        Layout.fillWidth: true
        LayoutMirroring.enabled: false

        TextButton {
            objectName: "quieter"
            enabled: VoiceWishes.loudness > 0
            //: Makes the voice less loud
            text: qsTr("Quieter")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: VoiceWishes.quieter()
        }
        TextButton {
            objectName: "louder"
            enabled: VoiceWishes.loudness < VoiceWishes.loudest
            //: Makes the voice louder
            text: qsTr("Louder")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: VoiceWishes.louder()
        }
    }
    Row {
        id: bars
        spacing: Space.hair
        Layout.fillWidth: true
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        Repeater {
            model: VoiceWishes.loudest
            Rectangle {
                required property int index
                width: (bars.width - (VoiceWishes.loudest - 1) * bars.spacing) / VoiceWishes.loudest
                height: 8
                radius: 2
                color: index < VoiceWishes.loudness ? Colour.accent : Colour.line
            }
        }
    }
    Words {
        id: said
        objectName: "loudness"
        text: choice.words(VoiceWishes.loudness)
        size: Face.small
        Layout.fillWidth: true
        onTextChanged: said.Accessible.announce(said.text)
    }
}
