pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// One outdoor stop near the visitor: how far and which way, or that they stand at it. The arrow turns as they turn.
T.AbstractButton {
    id: offer

    required property var stop
    // The place is only known within a street's length: then no distance and no direction are told.
    property bool rough: false
    readonly property bool turns: !rough && stop.turn !== null && stop.turn !== undefined
    readonly property int side: Math.round(64 * Math.min(1.4, Face.large))

    objectName: "place-" + stop.id
    implicitHeight: Math.max(Space.target, content.implicitHeight + 2 * Space.snug)
    text: way() + ": " + stop.title
    Accessible.name: text
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    background: Rectangle {
        radius: Space.radius
        color: offer.down ? Colour.pressed : Colour.raised
        border.width: offer.visualFocus ? 3 : offer.stop.is_here ? 2 : 1
        border.color: offer.visualFocus ? Colour.ink : offer.stop.is_here ? Colour.accent : Colour.edge
    }
    contentItem: Item {
        RowLayout {
            id: content
            x: Space.snug
            width: parent.width - 2 * Space.snug
            anchors.verticalCenter: parent.verticalCenter
            spacing: Space.base

            Picture {
                visible: offer.stop.is_here && offer.stop.picture !== ""
                source: offer.stop.picture
                focusX: offer.stop.focus_x
                focusY: offer.stop.focus_y
                implicitWidth: offer.side
                implicitHeight: offer.side
            }
            Rectangle {
                visible: !offer.stop.is_here
                implicitWidth: offer.side
                implicitHeight: offer.side
                radius: width / 2
                color: "transparent"
                border.width: 2
                border.color: Colour.accent
                Icon {
                    objectName: "place-arrow"
                    anchors.centerIn: parent
                    name: offer.turns ? "ahead" : "walk"
                    size: Math.round(offer.side * 0.66)
                    rotation: offer.turns ? offer.stop.turn : 0
                    Behavior on rotation {
                        enabled: offer.turns
                        RotationAnimation { direction: RotationAnimation.Shortest; duration: Motion.usual; easing.type: Easing.OutCubic }
                    }
                }
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Words {
                    text: offer.way()
                    size: Face.small
                    color: Colour.accent
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
                Words {
                    text: offer.stop.title
                    asTitle: true
                    size: Face.lead
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
            }
        }
    }

    function way(): string {
        if (stop.is_here)
            //: Over the name of the outdoor stop that the visitor stands at
            return qsTr("You stand at");
        if (rough)
            //: Over the name of an outdoor stop, where the place is known too roughly for a distance
            return qsTr("Near here");
        const metres = Look.number(stop.metres);
        return turns ? turned(metres) : compassed(metres);
    }

    function turned(metres: string): string {
        if (Math.abs(stop.turn) <= 30)
            //: How far an outdoor stop is, in metres, for somebody who is walking; beside it an arrow
            return qsTr("%1 m straight on").arg(metres);
        if (Math.abs(stop.turn) >= 150)
            //: How far an outdoor stop is, in metres, for somebody who is walking away from it
            return qsTr("%1 m behind you").arg(metres);
        return stop.turn > 0
            //: How far an outdoor stop is, in metres, for somebody who is walking; beside it an arrow
            ? qsTr("%1 m to the right").arg(metres)
            //: How far an outdoor stop is, in metres, for somebody who is walking; beside it an arrow
            : qsTr("%1 m to the left").arg(metres);
    }

    function compassed(metres: string): string {
        const ways = [
            //: How far an outdoor stop is, in metres, and in which direction of the compass
            qsTr("%1 m to the north"),
            //: How far an outdoor stop is, in metres, and in which direction of the compass
            qsTr("%1 m to the north-east"),
            //: How far an outdoor stop is, in metres, and in which direction of the compass
            qsTr("%1 m to the east"),
            //: How far an outdoor stop is, in metres, and in which direction of the compass
            qsTr("%1 m to the south-east"),
            //: How far an outdoor stop is, in metres, and in which direction of the compass
            qsTr("%1 m to the south"),
            //: How far an outdoor stop is, in metres, and in which direction of the compass
            qsTr("%1 m to the south-west"),
            //: How far an outdoor stop is, in metres, and in which direction of the compass
            qsTr("%1 m to the west"),
            //: How far an outdoor stop is, in metres, and in which direction of the compass
            qsTr("%1 m to the north-west")
        ];
        return ways[Math.round(stop.bearing / 45) % 8].arg(metres);
    }
}
