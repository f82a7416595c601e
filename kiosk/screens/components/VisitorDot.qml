pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// Where the visitor is on the plan: a dot, and around it the circle that they are in two times out of three.
Item {
    id: dot

    required property real sheetWidth
    required property real sheetHeight
    readonly property var at: SitePlan.visitor
    // At least so wide that it shows around the disc of a stop that the visitor stands at.
    readonly property real reach: Math.max(core.width * 1.4, (at.radius || 0) * sheetWidth)

    objectName: "visitor-dot"
    x: (at.x || 0) * sheetWidth
    y: (at.y || 0) * sheetHeight
    //: What a screen reader says of the dot on the plan
    Accessible.name: qsTr("You are here")
    Accessible.role: Accessible.Graphic

    Behavior on x { NumberAnimation { duration: Motion.usual; easing.type: Easing.OutCubic } }
    Behavior on y { NumberAnimation { duration: Motion.usual; easing.type: Easing.OutCubic } }

    // Light and dark side by side: one of them is seen on any plan.
    Rectangle {
        anchors.centerIn: parent
        width: 2 * dot.reach
        height: width
        radius: width / 2
        color: Qt.alpha(Colour.surface, 0.25)
        border.width: 2
        border.color: Colour.surface
        Rectangle {
            anchors { fill: parent; margins: 2 }
            radius: width / 2
            color: "transparent"
            border.width: 2
            border.color: Colour.ink
        }
    }
    Rectangle {
        id: core
        anchors.centerIn: parent
        width: Math.round(20 * Face.large)
        height: width
        radius: width / 2
        color: Colour.ink
        border.width: 3
        border.color: Colour.surface
    }
}
