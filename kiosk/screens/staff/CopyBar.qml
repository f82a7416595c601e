pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// How far the copying is: a bar, megabytes, and the time it goes on for.
Column {
    id: bar

    spacing: Space.tight

    Words {
        objectName: "job-words"
        text: StaffJob.words
        visible: text !== ""
        width: parent.width
    }
    Rectangle {
        width: parent.width
        height: 14
        radius: 7
        color: Colour.pressed
        Accessible.role: Accessible.ProgressBar
        Accessible.name: amount.text
        Rectangle {
            height: parent.height
            radius: parent.radius
            width: Math.max(height, Math.round(parent.width * StaffJob.share))
            color: Colour.accent
            anchors.left: parent.left
        }
    }
    Words {
        id: amount
        objectName: "job-amount"
        visible: StaffJob.total_bytes > 0
        //: How much has been copied, of how much
        text: qsTr("%1 of %2").arg(Say.size(StaffJob.done_bytes)).arg(Say.size(StaffJob.total_bytes))
        width: parent.width
    }
    Words {
        objectName: "job-remaining"
        text: StaffJob.remaining_s >= 0
            //: How long copying goes on for: a time in words
            ? qsTr("Still %1").arg(Say.time(StaffJob.remaining_s))
            //: How long copying goes on for is not known yet
            : qsTr("How long it takes is known in a moment")
        width: parent.width
    }
}
