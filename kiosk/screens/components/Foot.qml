pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"

// The foot of every page of a visit: the way back, the voice, the way out. Always in the same place.
Rectangle {
    id: foot

    // A film has the voice stand still, and controls of its own; so has a visitor who writes or speaks.
    readonly property bool bar: NarrationBar.kind !== "" && VisitFlow.page !== "film" && VisitFlow.page !== "talk"

    color: Colour.surface
    implicitHeight: rows.implicitHeight + 2 * Space.tight

    Hairline { width: parent.width }

    ColumnLayout {
        id: rows
        anchors { left: parent.left; right: parent.right; top: parent.top }
        anchors.leftMargin: Space.base
        anchors.rightMargin: Space.base
        anchors.topMargin: Space.tight
        spacing: Space.tight

        PlayBar {
            visible: foot.bar && !Format.landscape
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: wideBar.visible ? Space.tight : Space.base
            FootButton {
                objectName: "back"
                //: Goes back to the page before; short, below an icon
                text: qsTr("Back")
                glyph: "back"
                onClicked: StopPage.closer >= 0 ? StopPage.look_away() : VisitFlow.back()
            }
            Item {
                Layout.fillWidth: true
                implicitHeight: 1
                visible: !wideBar.visible
            }
            PlayBar {
                id: wideBar
                visible: foot.bar && Format.landscape
                Layout.fillWidth: true
            }
            FootButton {
                objectName: "text-size"
                //: Makes all text larger, and at last its usual size again; short, below an icon
                text: qsTr("Text size")
                glyph: "text-size"
                onClicked: VisitFlow.change_text_size()
            }
            FootButton {
                objectName: "end-visit"
                //: Ends this visit and wipes it from the device; short, below an icon
                text: qsTr("End my visit")
                glyph: "leave"
                onClicked: VisitFlow.ask_to_end()
            }
        }
    }
}
