pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What came of going back or removing.
Section {
    id: result

    readonly property string version: Look.number(StaffShelf.altered.version ?? 0)

    function say(): string {
        switch (StaffShelf.state) {
        case "running":
            //: While another release is made ready for visitors, or one is removed
            return qsTr("A moment");
        case "removed":
            //: After a release was removed; its version
            return qsTr("Version %1 is removed").arg(version);
        case "activated":
            //: After visitors are shown another release; its version
            return qsTr("Visitors are shown version %1").arg(version);
        default:
            //: Title over the reason why a release was not shown or removed
            return qsTr("Nothing has changed");
        }
    }

    visible: StaffShelf.state !== ""
    mark: StaffShelf.state === "refused" ? Colour.bad : StaffShelf.state === "running" ? Colour.accent : Colour.good
    glyph: StaffShelf.state === "refused" ? "warning" : StaffShelf.state === "running" ? "" : "check"
    title: say()
    titleSize: Face.lead

    Words {
        objectName: "shelf-message"
        visible: text !== ""
        text: Say.withCode(StaffShelf.message, StaffShelf.code)
        width: parent.width
    }
    Words {
        visible: StaffShelf.state !== "refused"
        text: StaffShelf.altered.sites ?? ""
        width: parent.width
    }
}
