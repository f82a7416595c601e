pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// What this visitor sent, each to be taken back until the visit ends.
Column {
    id: list

    spacing: Space.base

    TalkWords { id: words }
    Repeater {
        model: TalkBack.sent
        Rectangle {
            id: entry
            required property var modelData
            width: list.width
            height: column.height + 2 * Space.base
            radius: Space.radius
            color: Colour.raised
            border.width: Colour.contrast ? 1 : 0
            border.color: Colour.edge
            Column {
                id: column
                x: Space.base
                y: Space.base
                width: parent.width - 2 * Space.base
                spacing: Space.tight
                Words {
                    text: entry.modelData.title === "" ? words.word(entry.modelData.kind)
                        : words.word(entry.modelData.kind) + " · \u2068" + entry.modelData.title + "\u2069"
                    size: Face.small
                    color: Colour.muted
                    width: parent.width
                }
                Words {
                    text: entry.modelData.text !== "" ? "\u2068" + entry.modelData.text + "\u2069"
                        //: In the list of what a visitor sent: a recording of their voice
                        : qsTr("Your recording")
                    width: parent.width
                }
                TextButton {
                    objectName: "take-back-" + entry.modelData.number
                    //: Takes back what the visitor sent: nobody hears of it
                    text: qsTr("Take this back")
                    quiet: true
                    anchors.left: parent.left
                    onClicked: TalkBack.take_back(entry.modelData.number)
                }
            }
        }
    }
}
