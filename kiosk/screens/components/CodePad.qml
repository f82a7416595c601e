pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"

// The keys of a ticket's code: ten digits and twenty-two letters, none that looks like another. The signs stand as they
// do on the paper, in every language; only what erases and what goes on change sides with the direction of the text.
ColumnLayout {
    id: pad

    readonly property var signs: "1234567890ABCDEFGHJKMNPQRSTVWXYZ".split("")
    readonly property int key: Math.max(Space.target, Math.round(52 * Face.large))

    spacing: Space.base

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: shown.implicitHeight + Space.snug * 2
        color: "transparent"
        Words {
            id: shown
            objectName: "ticket-typed"
            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            // Isolated from left to right: a code is never read backwards.
            text: TicketEntry.typed === "" ? "–" : "\u2066" + TicketEntry.typed + "\u2069"
            size: Face.lead
            color: TicketEntry.typed === "" ? Colour.muted : Colour.ink
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            //: Read aloud: what has been typed of a ticket's code so far
            Accessible.name: qsTr("Code: %1").arg(TicketEntry.typed)
        }
        Hairline {
            anchors.bottom: parent.bottom
            width: parent.width
            color: Colour.edge
        }
    }
    GridLayout {
        columns: 8
        rowSpacing: Space.tight
        columnSpacing: Space.tight
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        Layout.fillWidth: true
        Repeater {
            model: pad.signs
            KeyButton {
                required property string modelData
                letter: modelData
                implicitWidth: Space.tight
                implicitHeight: pad.key
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: TicketEntry.press(sign)
            }
        }
    }
    RowLayout {
        spacing: Space.tight
        TextButton {
            objectName: "ticket-erase"
            //: Takes back the last digit typed
            text: qsTr("Erase")
            enabled: TicketEntry.begun
            Layout.minimumHeight: pad.key
            leftPadding: Space.hair
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: TicketEntry.erase()
        }
        TextButton {
            objectName: "ticket-go"
            //: Has the typed code of a ticket looked at, and goes on
            text: qsTr("Go on")
            primary: true
            enabled: TicketEntry.whole && !TicketEntry.checking && TicketEntry.wait_s === 0
            Layout.minimumHeight: pad.key
            leftPadding: Space.hair
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: TicketEntry.go()
        }
    }
}
