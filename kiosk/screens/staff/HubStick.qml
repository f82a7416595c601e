pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What waits goes onto a stick, and the hub's answers come in from it.
Section {
    id: part

    //: Title: figures can be carried by a USB stick
    title: qsTr("By USB stick")
    Words {
        text: StaffHub.enrolled_as === ""
            //: Carrying figures by stick needs the hub's keys
            ? qsTr("Once this device is enrolled, a stick can carry what waits: sealed, so that only the hub can read it.")
            : StaffHub.drives.length === 0
                //: No stick is plugged in
                ? qsTr("Plug a stick in. What waits is sealed, so that only the hub can read it; it stays here until the hub has it.")
                //: A stick is plugged in
                : qsTr("What waits is sealed, so that only the hub can read it; it stays here until the hub has it.")
        width: parent.width
    }
    Flow {
        width: parent.width
        spacing: Space.tight
        visible: StaffHub.enrolled_as !== ""
        Repeater {
            model: StaffHub.drives
            TextButton {
                required property var modelData
                objectName: "hub-carry-" + modelData.name
                enabled: !StaffHub.busy && !modelData.read_only
                //: Writes figures to a stick; its name
                text: qsTr("Write to the stick %1").arg(modelData.name)
                onClicked: StaffHub.carry(modelData.path)
            }
        }
    }
    Words {
        objectName: "hub-read-only"
        visible: StaffHub.enrolled_as !== "" && StaffHub.drives.some(drive => drive.read_only)
        //: Why nothing can be written to a stick
        text: qsTr("This stick can only be read: slide its lock open, or have somebody change how this device takes sticks in.")
        color: Colour.bad
        width: parent.width
    }
}
