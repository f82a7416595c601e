pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// A stop on the plan: its number on a disc; filled once it was seen; ringed where it is worth the detour. Where the visitor
// stands, words beside it say so (PlanMap).
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
    Accessible.description: spot.here
        ? qsTr("You are here")
        : spot.seen ? qsTr("Seen")
        : spot.planned
        //: What a screen reader says of a stop on the plan that is in the visitor's tour
        ? qsTr("In your tour")
        : spot.detour
        //: What a screen reader says of a stop on the plan; as under the plan
        ? qsTr("Worth the detour")
        : ""
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
            objectName: "ring"
            visible: dot.touchable && (dot.spot.here || dot.spot.detour)
            anchors.centerIn: parent
            width: dot.disc + 12
            height: width
            radius: width / 2
            color: "transparent"
            border.width: dot.spot.here ? 4 : 2
            border.color: dot.spot.here ? Colour.ink : Colour.accent
        }
    }
}
