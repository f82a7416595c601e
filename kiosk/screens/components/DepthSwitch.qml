pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// How much to be told, in plain words with the time it takes.
Flow {
    id: depths

    function word(depth: string): string {
        switch (depth) {
        case "glance":
            //: How much a visitor wants to be told: the least
            return qsTr("In short");
        case "story":
            //: How much a visitor wants to be told: the usual
            return qsTr("The story");
        case "deep":
            //: How much a visitor wants to be told: the most
            return qsTr("Everything");
        case "described":
            //: What is to be seen at a stop, told to those who do not see it
            return qsTr("What it looks like");
        default:
            //: The story told for children
            return qsTr("For children");
        }
    }
    function time(amount: int, unit: string): string {
        return unit === "s"
            //: A length in seconds
            ? qsTr("%1 s").arg(Look.number(amount))
            //: A length in minutes
            : qsTr("%1 min").arg(Look.number(amount));
    }

    spacing: Space.tight

    Repeater {
        model: StopPage.depths

        T.AbstractButton {
            id: choice

            required property var modelData
            readonly property bool chosen: modelData.depth === StopPage.depth

            objectName: "depth-" + modelData.depth
            implicitWidth: Math.max(Space.target, words.implicitWidth + 2 * Space.snug)
            implicitHeight: Math.max(Space.target, words.implicitHeight + 2 * Space.hair)
            checked: chosen
            text: depths.word(modelData.depth)
            Accessible.role: Accessible.RadioButton
            Accessible.name: text + ", " + depths.time(modelData.amount, modelData.unit)
            onClicked: StopPage.choose_depth(modelData.depth)

            background: Rectangle {
                radius: Space.radius
                color: choice.down ? Colour.pressed : choice.chosen ? Colour.raised : "transparent"
                border.width: choice.visualFocus ? 3 : choice.chosen ? 1 : 0
                border.color: choice.visualFocus ? Colour.ink : Colour.edge
            }
            contentItem: Item {
                Column {
                    id: words
                    anchors.centerIn: parent
                    Words {
                        text: choice.text
                        size: Face.small
                        wrapMode: Text.NoWrap
                        color: choice.chosen ? Colour.accent : Colour.ink
                        font.weight: choice.chosen ? Font.DemiBold : Font.Normal
                        anchors.horizontalCenter: parent.horizontalCenter
                        Accessible.ignored: true
                    }
                    Words {
                        text: depths.time(choice.modelData.amount, choice.modelData.unit)
                        size: Face.small
                        wrapMode: Text.NoWrap
                        color: Colour.muted
                        anchors.horizontalCenter: parent.horizontalCenter
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
