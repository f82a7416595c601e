pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// A number pad that shows dots. The digits stand as on the visitors' pad and on every telephone.
ColumnLayout {
    id: pad

    required property int key

    spacing: Space.tight

    Row {
        id: dots
        objectName: "pin-dots"
        spacing: Space.snug
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredHeight: Space.wide
        //: Read aloud: how many digits of the PIN have been typed
        Accessible.name: qsTr("Digits typed: %1").arg(Look.number(StaffPin.length))
        Accessible.role: Accessible.StaticText
        Repeater {
            model: Math.max(4, StaffPin.length)
            Rectangle {
                required property int index
                width: 18
                height: 18
                radius: 9
                color: index < StaffPin.length ? Colour.ink : "transparent"
                border.width: 2
                border.color: Colour.edge
            }
        }
    }
    GridLayout {
        columns: 3
        rowSpacing: Space.tight
        columnSpacing: Space.tight
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        Layout.fillWidth: true
        Repeater {
            model: 9
            KeyButton {
                required property int index
                digit: index + 1
                enabled: StaffPin.may_type
                implicitHeight: pad.key
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: StaffPin.press(digit)
            }
        }
    }
    RowLayout {
        spacing: Space.tight
        TextButton {
            objectName: "pin-erase"
            //: Takes back the last digit typed
            text: qsTr("Erase")
            enabled: StaffPin.length > 0
            leftPadding: Space.hair
            Layout.minimumHeight: pad.key
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: StaffPin.erase()
        }
        KeyButton {
            digit: 0
            enabled: StaffPin.may_type
            implicitHeight: pad.key
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: StaffPin.press(digit)
        }
        TextButton {
            objectName: "pin-go"
            //: Takes the PIN that was typed; short, on a key
            text: qsTr("Open")
            primary: true
            enabled: StaffPin.may_go
            leftPadding: Space.hair
            Layout.minimumHeight: pad.key
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: StaffPin.go()
        }
    }
}
