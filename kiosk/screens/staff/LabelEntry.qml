pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// One label: what is known of it in words, and what staff can say of it.
Section {
    id: entry

    required property var label
    readonly property bool needs: ["covered", "forged", "unread", "wearing"].includes(label.kind)
    readonly property bool asks: StaffLabels.asked === label.id
    readonly property bool met: label.foreign > 0 || label.failed > 0

    function standing(): string {
        switch (label.kind) {
        case "covered":
            //: A label: a strange code seems to hang over it
            return qsTr("Something seems to be stuck over it");
        case "forged":
            //: A label: somebody hung a code there that imitates the site's own
            return qsTr("A code that imitates yours was met here");
        case "unread":
            //: A label that visitors used to read and do not read any more; the day it was last read
            return qsTr("Not read since %1, while other labels are").arg(Say.date(label.read_on));
        case "wearing":
            //: A label that is read with ever more trouble
            return qsTr("It is wearing out: print it anew before long");
        case "foreign":
            //: A label beside which a strange code was scanned, once or twice
            return qsTr("A strange code was met here");
        case "new":
            //: A label that no visitor has read yet
            return qsTr("Not read yet");
        default:
            //: A label that is all right
            return qsTr("All right");
        }
    }
    function advice(): string {
        switch (label.kind) {
        case "covered":
        case "forged":
            //: What to do about a label that seems to be covered
            return qsTr("Go and look. Take off what does not belong there, and scan the label on a round or touch “It is all right”.");
        case "unread":
            //: What to do about a label that is not read any more
            return qsTr("Go and look whether it still hangs there and can be seen.");
        case "wearing":
            //: What to do about a label that is wearing out
            return qsTr("Clean it first. If that does not help, print it anew, hang it, and touch “Printed anew”.");
        default:
            return "";
        }
    }
    function strangers(): string {
        if (label.foreign <= 0)
            return "";
        if (label.foreign_today > 0)
            //: How many strange codes were scanned at this label today
            return qsTr("%1 today").arg(Look.number(label.foreign_today));
        //: How many strange codes were scanned at this label on a day; the day
        return qsTr("%1 on %2").arg(Look.number(label.foreign)).arg(Say.date(label.foreign_on));
    }
    function reserve(): string {
        if (label.spare_percent < 0)
            return "";
        if (label.spare_before_percent < 0 || label.spare_before_percent === label.spare_percent)
            //: How much of a code's reserve is left when it is read, in percent
            return qsTr("%1 %").arg(Look.number(label.spare_percent));
        //: How much of a code's reserve is left when it is read, in percent, now and at first
        return qsTr("%1 %, at first %2 %").arg(Look.number(label.spare_percent)).arg(Look.number(label.spare_before_percent));
    }

    objectName: "label-" + label.id
    mark: needs ? Colour.bad : label.kind === "fine" ? Colour.good : Colour.edge
    title: (label.number === "" ? "" : Look.digits(label.number) + "   ") + label.title

    Words {
        objectName: entry.objectName + "-standing"
        text: entry.standing()
        color: entry.needs ? Colour.bad : entry.label.kind === "fine" ? Colour.good : Colour.ink
        font.weight: Font.DemiBold
        size: Face.small
        width: parent.width
    }
    Words {
        text: entry.advice()
        visible: text !== ""
        width: parent.width
    }
    FactLine {
        //: Label: how many strange codes were scanned where this label hangs
        label: qsTr("Strange codes")
        value: entry.strangers()
        width: parent.width
    }
    FactLine {
        //: Label: how often visitors could not read this label, in a month
        label: qsTr("Could not be read, in 30 days")
        value: entry.label.failed > 0 ? Look.number(entry.label.failed) : ""
        width: parent.width
    }
    FactLine {
        //: Label: how often visitors read this label, in a month
        label: qsTr("Read by visitors, in 30 days")
        value: entry.label.read_on === "" ? "" : Look.number(entry.label.reads)
        width: parent.width
    }
    FactLine {
        //: Label: how much a code has to spare when it is read; it shrinks as the label gets dirty, pale or scratched
        label: qsTr("Reserve")
        value: entry.reserve()
        width: parent.width
    }
    FactLine {
        //: Label: the day a round found this label at its stop
        label: qsTr("Found in its place")
        value: entry.label.confirmed_on === "" ? "" : Say.date(entry.label.confirmed_on)
        width: parent.width
    }
    Words {
        visible: entry.asks
        //: Asked before the count of a label begins anew
        text: qsTr("Has this label been printed and hung anew? What is known of how it was read is then forgotten.")
        width: parent.width
    }
    Flow {
        visible: entry.needs || entry.met || entry.label.spare_percent >= 0
        width: parent.width
        spacing: Space.tight
        TextButton {
            objectName: "all-right-" + entry.label.id
            visible: entry.met && !entry.asks
            //: Says that somebody looked at a label and nothing is over it
            text: qsTr("It is all right")
            onClicked: StaffLabels.say_all_right(entry.label.id)
        }
        TextButton {
            objectName: "replaced-" + entry.label.id
            visible: entry.label.spare_percent >= 0 && !entry.asks
            //: Says that a label was printed and hung anew; asked once more
            text: qsTr("Printed anew")
            quiet: !entry.needs
            onClicked: StaffLabels.ask_replaced(entry.label.id)
        }
        TextButton {
            objectName: "replaced-yes"
            visible: entry.asks
            //: Answer: the label was printed and hung anew
            text: qsTr("Yes, it is new")
            onClicked: StaffLabels.answer(true)
        }
        TextButton {
            objectName: "replaced-no"
            visible: entry.asks
            //: Answer: the label is the old one
            text: qsTr("No")
            onClicked: StaffLabels.answer(false)
        }
    }
}
