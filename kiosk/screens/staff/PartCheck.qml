pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"
import "../components"

// A language or a further part: taken or left out.
T.AbstractButton {
    id: check

    required property var part
    readonly property string weight: part.always
        //: Beside the language that is always installed
        ? qsTr("always") : part.bytes > 0 ? Say.size(part.bytes) : ""

    function word(): string {
        switch (part.name) {
        case "video":
            //: A part of the content that may be left out
            return qsTr("Videos");
        case "sign":
            //: A part of the content that may be left out
            return qsTr("Sign language");
        case "recognition":
            //: A part of the content that may be left out: by it the camera knows the things themselves, without a label
            return qsTr("Recognising things");
        default:
            return part.name;
        }
    }

    objectName: "part-" + part.part
    enabled: !part.always
    checked: part.taken
    text: word()
    implicitWidth: Math.max(Space.target, line.implicitWidth + 2 * Space.snug)
    implicitHeight: Math.max(Space.target, line.implicitHeight + 2 * Space.tight)
    Accessible.role: Accessible.CheckBox
    Keys.onReturnPressed: check.click()
    Accessible.name: text + (weight === "" ? "" : ", " + weight)
    Accessible.checked: checked
    onClicked: StaffDrive.toggle_part(part.part)

    background: Rectangle {
        radius: Space.radius
        color: check.down ? Colour.pressed : "transparent"
        border.width: check.visualFocus ? 3 : 1
        border.color: check.visualFocus ? Colour.ink : check.part.always ? "transparent" : Colour.edge
    }
    contentItem: Item {
        Row {
            id: line
            anchors.centerIn: parent
            spacing: Space.tight
            Rectangle {
                width: Math.round(22 * Face.large)
                height: width
                radius: 3
                color: check.part.taken ? Colour.accent : Colour.raised
                border.width: 2
                border.color: check.part.taken ? Colour.accent : Colour.edge
                opacity: check.part.always ? 0.5 : 1
                anchors.verticalCenter: parent.verticalCenter
                Icon {
                    visible: check.part.taken
                    name: "check"
                    tint: Colour.inkOnAccent
                    size: parent.width
                }
            }
            Words {
                text: check.text
                tag: check.part.tag
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
            Words {
                visible: text !== ""
                text: check.weight
                size: Face.small
                color: Colour.muted
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }
}
