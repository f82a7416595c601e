pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// One stop or way: whether it is closed, and the other thing to do.
Section {
    id: line

    required property var entry
    required property string name

    function standing(): string {
        if (entry.until !== "")
            //: A stop or way is closed to the end of a day; the day
            return qsTr("Closed until the end of %1").arg(Say.date(entry.until));
        if (entry.closed)
            //: A stop or way is closed, and nobody said for how long
            return qsTr("Closed until somebody opens it");
        if (entry.by_pack)
            //: A stop or way that the installed content itself calls closed
            return qsTr("Closed by its content");
        return "";
    }
    function kind(): string {
        switch (entry.way) {
        case "lift":
            //: What a way is
            return qsTr("Lift");
        case "stairs":
            //: What a way is
            return qsTr("Stairs");
        case "ramp":
            //: What a way is
            return qsTr("Ramp");
        case "":
            return "";
        default:
            //: What a way is: a path on the flat
            return qsTr("Way");
        }
    }
    function place(): string {
        if (entry.way !== "")
            //: A way: what it is, and the two stops between which it leads
            return qsTr("%1 between %2 and %3").arg(kind()).arg(entry.from).arg(entry.to);
        return entry.where;
    }

    objectName: "closing-" + entry.key
    mark: entry.closed || entry.by_pack ? Colour.bad : Colour.edge
    title: name === "" ? kind() : name

    Words {
        text: line.place()
        visible: text !== ""
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    Words {
        objectName: line.objectName + "-standing"
        text: line.standing()
        visible: text !== ""
        color: Colour.bad
        font.weight: Font.DemiBold
        size: Face.small
        width: parent.width
    }
    Flow {
        width: parent.width
        spacing: Space.tight
        TextButton {
            objectName: "close-today-" + line.entry.key
            visible: !line.entry.closed && !line.entry.by_pack
            //: Closes a stop or way to the end of the day
            text: qsTr("Close for today")
            onClicked: StaffClosing.close_today(line.entry.key)
        }
        TextButton {
            objectName: "close-" + line.entry.key
            visible: !line.entry.closed && !line.entry.by_pack
            //: Closes a stop or way until somebody opens it
            text: qsTr("Close until opened")
            quiet: true
            onClicked: StaffClosing.close(line.entry.key)
        }
        TextButton {
            objectName: "open-" + line.entry.key
            visible: line.entry.closed
            //: Opens a stop or way that was closed
            text: qsTr("Open again")
            onClicked: StaffClosing.open_again(line.entry.key)
        }
    }
}
