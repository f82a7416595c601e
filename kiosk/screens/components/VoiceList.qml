pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// What earlier visitors gave back, each under words that say whose it is: three at once, all of them after a touch.
Column {
    id: voices

    spacing: Space.base

    TalkWords { id: words }
    Repeater {
        model: VisitorVoices.rows
        Column {
            id: voice
            required property var modelData
            readonly property bool heard: VisitorVoices.heard === modelData.id
            width: voices.width
            spacing: Space.hair
            Words {
                text: voices.head(voice.modelData)
                size: Face.small
                color: Colour.accent
                width: parent.width
            }
            Words {
                visible: text !== ""
                text: voice.modelData.text
                tag: voice.modelData.language
                width: parent.width
            }
            TextButton {
                objectName: "hear-" + voice.modelData.id
                visible: voice.modelData.spoken
                text: voice.heard
                    //: Ends listening to a visitor's recording
                    ? qsTr("Stop listening")
                    //: Plays a recording that an earlier visitor made
                    : qsTr("Listen to this visitor")
                glyph: voice.heard ? "pause" : "play"
                anchors.left: parent.left
                onClicked: VisitorVoices.listen(voice.modelData.id)
            }
            Words {
                visible: voice.modelData.answer !== ""
                //: Before what the site answered to a visitor's question
                text: qsTr("The site answers:")
                size: Face.small
                color: Colour.muted
                width: parent.width
            }
            Words {
                visible: text !== ""
                text: voice.modelData.answer
                tag: voice.modelData.language
                width: parent.width
            }
        }
    }
    TextButton {
        objectName: "more-voices"
        visible: VisitorVoices.more > 0
        //: Shows the other voices of visitors; %1 is how many there are
        text: qsTr("More voices of visitors (%1)").arg(Look.number(VisitorVoices.more))
        quiet: true
        anchors.left: parent.left
        width: Math.min(implicitWidth, parent.width)
        onClicked: VisitorVoices.show_all()
    }

    function head(voice: var): string {
        const parts = voice.said_on.split("-");
        const month = Qt.locale(Look.language).standaloneMonthName(Number(parts[1]) - 1, Locale.LongFormat);
        return words.label(voice.kind) + " · " + month + " " + Look.digits(parts[0]);
    }
}
