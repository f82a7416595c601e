pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Languages and videos that may be left out.
Section {
    id: choice

    visible: StaffDrive.parts.length > 1 && ["install", "room", ""].indexOf(StaffDrive.action) >= 0
        && ["new", "newer", "here"].indexOf(StaffDrive.offer.state) >= 0
    //: Title over the languages and videos to install
    title: qsTr("What to install")

    Words {
        //: Under the title of the list of languages and videos to install
        text: qsTr("What you leave out now can be added later from the same stick. This device remembers your choice.")
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    Flow {
        width: parent.width
        spacing: Space.tight
        Repeater {
            model: StaffDrive.parts
            PartCheck {
                required property var modelData
                part: modelData
            }
        }
    }
}
