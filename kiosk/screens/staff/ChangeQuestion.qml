pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../components"

// Asked before visitors are shown another release, or one is removed.
Question {
    id: question

    readonly property var about: StaffShelf.about
    readonly property bool shows: StaffShelf.asks === "activate"
    readonly property string version: Look.number(about.version ?? 0)

    function consequence(): string {
        if (shows)
            //: What showing another version does: the sites
            return qsTr("%1: visitors see this version at once, or as soon as the visit under way has ended. The one they see now stays on this device.").arg(about.sites);
        if (about.shown)
            //: What removing content does that visitors see: the sites
            return qsTr("%1: visitors do not find this on this device any more. To bring it back you need the stick.").arg(about.sites);
        //: What removing content does that visitors do not see: the sites
        return qsTr("%1: visitors notice nothing. You cannot go back to this version any more without its stick.").arg(about.sites);
    }

    title: shows
        //: Asked before visitors are shown another version; its number
        ? qsTr("Show version %1 to visitors?").arg(version)
        //: Asked before a version is removed; its number
        : qsTr("Remove version %1?").arg(version)
    words: question.consequence()

    onTouchedBeside: StaffShelf.answer(false)

    TextButton {
        objectName: "change-yes"
        text: question.shows
            //: Answer: visitors are shown this version; its number
            ? qsTr("Show version %1").arg(question.version)
            //: Answer: this version is removed; its number
            : qsTr("Remove version %1").arg(question.version)
        primary: true
        Layout.fillWidth: true
        onClicked: StaffShelf.answer(true)
    }
    TextButton {
        objectName: "change-no"
        //: Answer: nothing is changed
        text: qsTr("Leave everything as it is")
        Layout.fillWidth: true
        onClicked: StaffShelf.answer(false)
    }
}
