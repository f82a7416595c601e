pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"

// The voice: play or pause, ten seconds back, where it is, how fast. It stays on every page while a story is told.
RowLayout {
    id: bar

    readonly property bool away: VisitFlow.page !== "stop"

    spacing: Space.tight

    FootButton {
        objectName: "play"
        text: NarrationBar.playing
            //: Pauses the voice; short, below an icon
            ? qsTr("Pause")
            //: Starts the voice, or lets it go on; short, below an icon
            : qsTr("Play")
        glyph: NarrationBar.playing ? "pause" : "play"
        ink: Colour.accent
        onClicked: NarrationBar.toggle()
    }
    FootButton {
        objectName: "back-10"
        //: Goes back ten seconds in the story; short, below an icon
        text: qsTr("Back %1 s").arg(Look.number(10))
        glyph: "back-10"
        onClicked: NarrationBar.back()
    }
    TellingNow {
        visible: bar.away
        Layout.fillWidth: true
        Layout.leftMargin: Space.tight
        Layout.rightMargin: Space.tight
    }
    ProgressLine {
        visible: !bar.away
        Layout.fillWidth: true
        Layout.leftMargin: Space.tight
        Layout.rightMargin: Space.tight
    }
    FootButton {
        objectName: "speed"
        //: How fast the voice speaks, for example "Speed 1.25"; short, below an icon
        text: qsTr("Speed %1").arg(Look.digits(String(NarrationBar.rate)))
        glyph: "speed"
        onClicked: NarrationBar.change_rate()
    }
}
