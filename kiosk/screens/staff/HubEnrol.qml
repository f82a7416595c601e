pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// The operator's code makes this device known to the hub: scanned, or typed where the hub's address is known.
Section {
    id: part

    required property int cameraHeight
    readonly property var signs: "1234567890ABCDEFGHJKMNPQRSTVWXYZ".split("")
    property bool open: StaffHub.enrolled_as === ""

    //: Title: the device is made known to the operator's hub
    title: qsTr("Enrol this device")
    Words {
        //: How a device is made known to the hub
        text: qsTr("The operator gives you a code. Scan the one in black and white, or type its twelve letters and digits.")
        width: parent.width
    }
    TextButton {
        objectName: "hub-enrol-open"
        visible: !part.open
        //: Shows how to make the device known to the hub once more
        text: qsTr("Enrol it again")
        onClicked: part.open = true
    }
    CameraPreview {
        objectName: "hub-camera"
        visible: part.open && (StaffHub.camera === "seeing" || StaffHub.camera === "starting")
        view: StaffHub
        mirrored: StaffHub.mirrored
        width: parent.width
        height: part.cameraHeight
    }
    Words {
        objectName: "hub-camera-words"
        visible: part.open && text !== ""
        text: StaffHub.camera === "lost"
            //: The camera does not work
            ? qsTr("The camera does not answer. Plug it in again.")
            : StaffHub.strange
                //: The code before the camera is another one
                ? qsTr("This is not the hub's code.") : ""
        color: Colour.bad
        width: parent.width
    }
    TextButton {
        objectName: "hub-scan"
        visible: part.open && StaffHub.camera !== "absent"
        enabled: !StaffHub.busy
        text: StaffHub.camera === "off" || StaffHub.camera === "lost"
            //: Switches the camera on to scan the hub's code
            ? qsTr("Scan the code")
            //: Switches the camera off again
            : qsTr("Scan no more")
        onClicked: StaffHub.scan()
    }
    Words {
        objectName: "hub-typed"
        visible: part.open && StaffHub.hub !== ""
        width: parent.width
        // Isolated from left to right: a code is never read backwards.
        text: StaffHub.typed === "" ? "–" : "\u2066" + StaffHub.typed + "\u2069"
        size: Face.lead
        horizontalAlignment: Text.AlignHCenter
        //: Read aloud: what was typed of the hub's code
        Accessible.name: qsTr("Code: %1").arg(StaffHub.typed)
    }
    GridLayout {
        visible: part.open && StaffHub.hub !== ""
        width: parent.width
        columns: 8
        rowSpacing: Space.tight
        columnSpacing: Space.tight
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        Repeater {
            model: part.signs
            KeyButton {
                required property string modelData
                letter: modelData
                implicitWidth: Space.tight
                implicitHeight: Space.target
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: StaffHub.press(sign)
            }
        }
    }
    Flow {
        visible: part.open && StaffHub.hub !== ""
        width: parent.width
        spacing: Space.tight
        TextButton {
            objectName: "hub-erase"
            //: Takes back the last sign typed
            text: qsTr("Erase")
            enabled: StaffHub.typed !== ""
            onClicked: StaffHub.erase()
        }
        TextButton {
            objectName: "hub-enrol"
            //: Makes the device known to the hub with the code that was typed
            text: qsTr("Enrol")
            primary: true
            enabled: StaffHub.whole && !StaffHub.busy
            onClicked: StaffHub.enrol()
        }
    }
}
