pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// A stop on the plan: its number in a ring; filled once it was seen; "You are here" where the visitor stands.
T.AbstractButton {
    id: dot

    required property var spot
    property bool touchable: true
    // On the keepsake nothing is touched, and discs that lie over each other tell less.
    readonly property int disc: Math.round(touchable ? 34 * Face.large : 28 * Format.unit)

    objectName: "spot-" + spot.id
    Keys.onReturnPressed: dot.click()
    Keys.onEnterPressed: dot.click()
    width: Space.target
    height: Space.target
    enabled: touchable
    text: spot.title
    Accessible.name: spot.number + ". " + spot.title
    onClicked: VisitFlow.open_stop(spot.id, "list")

    background: Item {}
    contentItem: Item {
        Rectangle {
            anchors.centerIn: parent
            width: dot.disc
            height: dot.disc
            radius: width / 2
            color: dot.spot.seen ? Colour.accent : Colour.surface
            border.width: 2
            border.color: Colour.accent
            Text {
                anchors.fill: parent
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: Look.digits(dot.spot.number)
                font.family: Face.textFamily
                font.pixelSize: dot.touchable ? Math.round(Face.small * 0.95) : Math.round(dot.disc * 0.5)
                font.weight: Font.DemiBold
                color: dot.spot.seen ? Colour.inkOnAccent : Colour.ink
                Accessible.ignored: true
            }
        }
        Rectangle {
            visible: dot.spot.here
            anchors.centerIn: parent
            width: dot.disc + 12
            height: width
            radius: width / 2
            color: "transparent"
            border.width: 3
            border.color: Colour.ink
        }
    }
}
