import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// The voice: play or pause, ten seconds back, where it is, how fast. It stays on every page while a story is told.
RowLayout {
    id: bar

    readonly property bool away: VisitFlow.page !== "stop"
    readonly property bool silent: NarrationBar.kind === "text"

    function clock(ms: int): string {
        const seconds = Math.round(ms / 1000);
        return Look.digits(Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0"));
    }

    spacing: Space.tight

    FootButton {
        objectName: "play"
        text: NarrationBar.state === "playing"
            //: Pauses the voice; short, below an icon
            ? qsTr("Pause")
            //: Starts the voice, or lets it go on; short, below an icon
            : qsTr("Play")
        glyph: NarrationBar.state === "playing" ? "pause" : "play"
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
    ColumnLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Space.tight
        Layout.rightMargin: Space.tight
        spacing: 0

        T.AbstractButton {
            objectName: "told-now"
            visible: bar.away
            Layout.fillWidth: true
            implicitHeight: Math.max(Space.target * 0.6, told.implicitHeight)
            text: StopPage.title
            onClicked: VisitFlow.return_to_stop()
            contentItem: Words {
                id: told
                text: StopPage.title
                tag: StopPage.title_language
                asTitle: true
                size: Face.body
                elide: Text.ElideRight
                maximumLineCount: 1
                wrapMode: Text.NoWrap
                verticalAlignment: Text.AlignVCenter
            }
        }
        T.Slider {
            id: line
            objectName: "progress"
            Layout.fillWidth: true
            implicitHeight: bar.away ? Space.roomy : Space.target * 0.6
            // A recording runs from left to right whatever the text does.
            LayoutMirroring.enabled: false
            from: 0
            to: Math.max(1, NarrationBar.duration_ms)
            value: NarrationBar.position_ms
            //: Read aloud: the slider that tells how far the story has been told
            Accessible.name: qsTr("Place in the story")
            onMoved: NarrationBar.seek(position)
            background: Rectangle {
                y: (line.height - height) / 2
                width: line.width
                height: 4
                radius: 2
                color: Colour.line
                Rectangle {
                    width: line.visualPosition * parent.width
                    height: parent.height
                    radius: 2
                    color: Colour.accent
                }
            }
            handle: Rectangle {
                x: line.visualPosition * (line.width - width)
                y: (line.height - height) / 2
                width: 16
                height: 16
                radius: 8
                color: Colour.accent
                border.width: line.visualFocus ? 3 : 0
                border.color: Colour.ink
            }
        }
        RowLayout {
            visible: !bar.away
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true
            Words {
                text: bar.clock(NarrationBar.position_ms)
                size: Face.small
                color: Colour.muted
                wrapMode: Text.NoWrap
                horizontalAlignment: Text.AlignLeft
            }
            Item { Layout.fillWidth: true }
            Words {
                text: bar.clock(NarrationBar.duration_ms)
                size: Face.small
                color: Colour.muted
                wrapMode: Text.NoWrap
            }
        }
    }
    FootButton {
        objectName: "speed"
        //: How fast the voice speaks, for example "Speed 1.25"; short, below an icon
        text: qsTr("Speed %1").arg(Look.digits(String(NarrationBar.rate)))
        glyph: "speed"
        onClicked: NarrationBar.change_rate()
    }
}
