pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// How fast the voice speaks: every speed is in sight, the one chosen is marked by weight and frame as well as colour.
Flow {
    id: speeds

    spacing: Space.tight
    // As the story itself: slow at the left, fast at the right.
    LayoutMirroring.enabled: false

    Repeater {
        model: VoiceWishes.rates

        T.AbstractButton {
            id: speed

            required property real modelData
            readonly property bool chosen: modelData === VoiceWishes.rate_now

            objectName: "speed-" + modelData
            implicitWidth: Math.max(Space.target + Space.base, value.implicitWidth + 2 * Space.snug)
            implicitHeight: Math.max(Space.target, value.implicitHeight + 2 * Space.tight)
            checkable: true
            checked: chosen
            autoExclusive: true
            //: A speed of the voice; 1 is the usual one
            text: qsTr("%1 ×").arg(Look.decimal(modelData))
            Accessible.role: Accessible.RadioButton
            //: Read aloud: a speed of the voice; 1 is the usual one
            Accessible.name: qsTr("Speed %1").arg(Look.decimal(modelData))
            Keys.onReturnPressed: speed.click()
            onClicked: VoiceWishes.choose_rate(modelData)

            background: Rectangle {
                radius: Space.radius
                color: speed.down ? Colour.pressed : speed.chosen ? Colour.surface : "transparent"
                border.width: speed.visualFocus ? 3 : 1
                border.color: speed.visualFocus ? Colour.ink : speed.chosen ? Colour.accent : Colour.edge
            }
            contentItem: Item {
                Words {
                    id: value
                    anchors.centerIn: parent
                    text: speed.text
                    color: speed.chosen ? Colour.accent : Colour.ink
                    font.weight: speed.chosen ? Font.DemiBold : Font.Normal
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
