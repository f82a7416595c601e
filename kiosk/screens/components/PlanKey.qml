pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"

// How to read the plan: only what is on it now.
ColumnLayout {
    id: key

    spacing: Space.hair

    Repeater {
        model: [
            //: How to read the plan, beside a filled disc
            { "mark": "seen", "word": qsTr("Seen"), "shown": true },
            //: How to read the plan, beside a dashed line
            { "mark": "tour", "word": qsTr("Your tour"), "shown": SitePlan.follows_tour },
            //: How to read the plan, beside a ringed disc
            { "mark": "detour", "word": qsTr("Worth the detour"), "shown": SitePlan.has_detours }
        ].filter(entry => entry.shown)
        RowLayout {
            id: line
            required property var modelData
            readonly property int disc: Math.round(20 * Face.large)
            spacing: Space.tight
            Layout.fillWidth: true
            Item {
                implicitWidth: line.disc + 8
                implicitHeight: line.disc + 8
                Rectangle {
                    visible: line.modelData.mark !== "tour"
                    anchors.centerIn: parent
                    width: line.disc
                    height: width
                    radius: width / 2
                    color: line.modelData.mark === "seen" ? Colour.accent : Colour.surface
                    border.width: 2
                    border.color: Colour.accent
                }
                Rectangle {
                    visible: line.modelData.mark === "detour"
                    anchors.centerIn: parent
                    width: line.disc + 8
                    height: width
                    radius: width / 2
                    color: "transparent"
                    border.width: 2
                    border.color: Colour.accent
                }
                Row {
                    visible: line.modelData.mark === "tour"
                    anchors.centerIn: parent
                    spacing: 4
                    Repeater {
                        model: 3
                        Rectangle {
                            width: Math.round(line.disc / 3)
                            height: 3
                            color: Colour.accent
                        }
                    }
                }
            }
            Words {
                text: line.modelData.word
                size: Face.small
                color: Colour.muted
                Layout.fillWidth: true
            }
        }
    }
    Words {
        visible: SitePlan.visitor.x !== undefined
        //: How to read the plan where the device knows its place outdoors; the place is not recorded
        text: qsTr("The dot is you, somewhere in its circle. Where you are is not kept.")
        size: Face.small
        color: Colour.muted
        Layout.fillWidth: true
    }
}
