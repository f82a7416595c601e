pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Every release on this device: what visitors see, and what one can go back to.
StaffPage {
    id: page

    // What came of a change stands above; whoever touched something further down sees it.
    Connections {
        target: StaffShelf
        function onBegan() { page.toTop(); }
    }
    ShelfResult { width: parent.width }
    Section {
        visible: StaffShelf.releases.length === 0
        width: parent.width
        //: Title where nothing is installed
        title: qsTr("Nothing is installed on this device")
        Words {
            //: What helps where nothing is installed
            text: qsTr("Plug in a stick with content and look under “USB stick”.")
            width: parent.width
        }
    }
    Grid {
        width: parent.width
        columns: page.columns
        columnSpacing: Space.base
        rowSpacing: Space.base
        Repeater {
            model: StaffShelf.releases
            ShelfEntry {
                required property var modelData
                release: modelData
                width: page.partWidth
            }
        }
    }
    Section {
        width: parent.width
        //: Title over whose content this device takes, and its PIN
        title: qsTr("This device")
        FactLine {
            objectName: "operator"
            //: Label: whose content this device takes
            label: qsTr("Takes content from")
            value: StaffShelf.operator_name === ""
                //: Nobody has been trusted yet but the makers of the demonstration
                ? qsTr("nobody yet: the first stick asks whether its publisher is trusted") : StaffShelf.operator_name
            width: parent.width
        }
        TextButton {
            objectName: "change-pin"
            anchors.left: parent.left
            //: Leads to the choice of another PIN
            text: qsTr("Choose another PIN")
            onClicked: StaffPages.show("pin")
        }
    }

    actions: [
        TextButton {
            objectName: "shelf-leave"
            text: qsTr("Leave and lock")
            primary: true
            onClicked: StaffPages.leave()
        }
    ]
}
