pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What came of going back or removing.
Section {
    id: result

    readonly property string version: Look.number(StaffShelf.done_to.version ?? 0)

    visible: StaffShelf.done !== "" || StaffShelf.message !== ""
    mark: StaffShelf.message !== "" ? Colour.bad : Colour.good
    title: StaffShelf.message !== ""
        //: Title over the reason why a release was not shown or removed
        ? qsTr("Nothing has changed")
        : StaffShelf.done === "remove"
            //: After a release was removed; its version
            ? qsTr("Version %1 is removed").arg(version)
            //: After visitors are shown another release; its version
            : qsTr("Visitors are shown version %1").arg(version)

    Words {
        objectName: "shelf-message"
        visible: text !== ""
        text: StaffShelf.message
        width: parent.width
    }
    Words {
        visible: StaffShelf.message === ""
        text: StaffShelf.done_to.sites ?? ""
        width: parent.width
    }
}
