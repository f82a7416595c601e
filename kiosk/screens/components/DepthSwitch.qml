pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// How much to be told, in plain words with the time it takes.
Flow {
    id: depths

    spacing: Space.tight

    DepthWords { id: words }
    Repeater {
        model: StopPage.depths

        T.AbstractButton {
            id: choice

            required property var modelData
            readonly property bool chosen: modelData.depth === StopPage.depth

            objectName: "depth-" + modelData.depth
            implicitWidth: Math.max(Space.target, column.implicitWidth + 2 * Space.snug)
            implicitHeight: Math.max(Space.target, column.implicitHeight + 2 * Space.hair)
            checked: chosen
            text: words.word(modelData.depth)
            Accessible.role: Accessible.RadioButton
            Accessible.name: text + ", " + words.time(modelData.amount, modelData.unit)
            Keys.onReturnPressed: choice.click()
            Keys.onEnterPressed: choice.click()
            onClicked: StopPage.choose_depth(modelData.depth)

            background: Rectangle {
                radius: Space.radius
                color: choice.down ? Colour.pressed : choice.chosen ? Colour.raised : "transparent"
                border.width: choice.visualFocus ? 3 : choice.chosen ? 1 : 0
                border.color: choice.visualFocus ? Colour.ink : Colour.edge
            }
            contentItem: Item {
                Column {
                    id: column
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
                        text: words.time(choice.modelData.amount, choice.modelData.unit)
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
