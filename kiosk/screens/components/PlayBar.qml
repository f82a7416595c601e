pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"

// The voice: play or pause, ten seconds back or on, where it is, how it is heard. It stays on every page while a story is told.
GridLayout {
    id: bar

    readonly property bool away: VisitFlow.page !== "stop"
    readonly property bool reversed: Look.right_to_left
    // Where the words leave no room for it, the line has a row of its own.
    readonly property real buttons: play.implicitWidth + back.implicitWidth + on.implicitWidth + voice.implicitWidth
    readonly property bool stacked: width - buttons - 6 * columnSpacing < 4 * Face.body
    readonly property int row: stacked ? 1 : 0

    columnSpacing: Space.tight
    rowSpacing: 0
    // Time runs from left to right whatever the text does: back stands before the line, forward after it.
    LayoutMirroring.enabled: false

    FootButton {
        id: play
        objectName: "play"
        Layout.row: bar.row
        Layout.column: bar.reversed ? 4 : 0
        //: Pauses the voice; short, below an icon
        readonly property string pause: qsTr("Pause")
        //: Starts the voice, or lets it go on; short, below an icon
        readonly property string go: qsTr("Play")
        text: NarrationBar.playing ? pause : go
        longest: pause.length > go.length ? pause : go
        glyph: NarrationBar.playing ? "pause" : "play"
        ink: Colour.accent
        onClicked: NarrationBar.toggle()
    }
    FootButton {
        id: back
        objectName: "back-10"
        Layout.row: bar.row
        Layout.column: 1
        //: Goes back ten seconds in the story; short, below an icon
        text: qsTr("Back %1 s").arg(Look.number(10))
        glyph: "back-10"
        onClicked: NarrationBar.back()
    }
    Item {
        Layout.row: 0
        Layout.column: bar.stacked ? 0 : 2
        Layout.columnSpan: bar.stacked ? 5 : 1
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.leftMargin: Space.tight
        Layout.rightMargin: Space.tight
        implicitHeight: bar.away ? told.implicitHeight : line.implicitHeight

        TellingNow {
            id: told
            visible: bar.away
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        }
        ProgressLine {
            id: line
            visible: !bar.away
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        }
    }
    FootButton {
        id: on
        objectName: "forward-10"
        Layout.row: bar.row
        Layout.column: 3
        //: Goes on by ten seconds in the story, past what lies between; short, below an icon
        text: qsTr("Forward %1 s").arg(Look.number(10))
        glyph: "forward-10"
        onClicked: NarrationBar.forward()
    }
    FootButton {
        id: voice
        objectName: "voice"
        Layout.row: bar.row
        Layout.column: bar.reversed ? 0 : 4
        Layout.alignment: Qt.AlignRight
        text: NarrationBar.rate === 1
            //: Opens how the voice is heard: its speed, its loudness; short, below an icon
            ? qsTr("Voice")
            : faster(NarrationBar.rate)
        longest: faster(1.25)
        //: The same button while the voice is not at its usual speed, which is told: 1.25 and the like; short
        function faster(rate: real): string { return qsTr("Voice %1 ×").arg(Look.decimal(rate)); }
        glyph: "volume"
        ink: VoiceWishes.open ? Colour.accent : Colour.ink
        Accessible.checkable: true
        Accessible.checked: VoiceWishes.open
        onClicked: VoiceWishes.toggle()
    }
    // Whoever goes by keys finds themselves where they were before they chose.
    Connections {
        target: VoiceWishes
        function onOpened() {
            if (!VoiceWishes.open && voice.visible)
                voice.forceActiveFocus(Qt.OtherFocusReason);
        }
    }
    Shortcut {
        enabled: bar.visible
        sequences: ["Media Play", "Media Pause", "Toggle Media Play/Pause"]
        onActivated: NarrationBar.toggle()
    }
    Shortcut {
        enabled: bar.visible
        sequence: "Volume Up"
        onActivated: VoiceWishes.louder()
    }
    Shortcut {
        enabled: bar.visible
        sequence: "Volume Down"
        onActivated: VoiceWishes.quieter()
    }
}
