pragma ComponentBehavior: Bound
import QtQuick
import "../design"
import "../components"

// No content on this device yet. Calm words for whoever has come; the cause for staff.
Item {
    Column {
        anchors.verticalCenter: parent.verticalCenter
        x: Space.margin * 2
        width: Math.min(parent.width - 4 * Space.margin, 720 * Format.unit)
        spacing: Space.roomy

        Words {
            //: Title of the page shown while no content is installed
            text: qsTr("This guide is resting")
            asTitle: true
            size: Face.title
            width: parent.width
        }
        Words {
            //: To visitors, while no content is installed
            text: qsTr("There is nothing to tell on this device yet. The people at the desk will give you another one.")
            width: parent.width
        }
        Hairline { width: parent.width }
        Words {
            //: To staff, while no content is installed
            text: qsTr("For staff: no content pack is installed, or none can be read. Plug in a USB stick with content and hold “Staff”. “kiosk doctor” says what is wrong.")
            size: Face.small
            color: Colour.muted
            width: parent.width
        }
    }
}
