pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"
import "../components"

// Over the attract page: a stick is there, content is being copied, or it was not installed.
T.AbstractButton {
    id: notice

    objectName: "staff-notice"
    implicitHeight: Math.max(Space.target, word.implicitHeight + 2 * Space.tight)
    text: {
        switch (StaffDoor.notice) {
        case "copying":
            //: Notice on the page before a visit while content is being installed
            return qsTr("New content is being copied. Visits can go on. Staff: touch here");
        case "refused":
            //: Notice on the page before a visit after content was not installed
            return qsTr("The new content was not installed. Staff: touch here");
        default:
            //: Notice on the page before a visit when a stick was plugged in; its name
            return qsTr("A USB stick is plugged in: %1. Staff: touch here").arg(StaffDoor.drive_name);
        }
    }
    Keys.onReturnPressed: notice.click()
    Accessible.name: text
    onClicked: StaffDoor.ask()

    background: Rectangle {
        color: notice.down ? "#2d5079" : Colour.band
        border.width: notice.visualFocus ? 3 : 0
        border.color: Colour.inkOnBand
    }
    contentItem: Item {
        Words {
            id: word
            text: notice.text
            color: Colour.inkOnBand
            horizontalAlignment: Text.AlignHCenter
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            anchors { leftMargin: Space.base; rightMargin: Space.base }
            Accessible.ignored: true
        }
    }
}
