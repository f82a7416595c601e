pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"
import "../components"

// The marked corner: held for three seconds it leads to the staff's pages; a visitor's short touch begins a visit.
T.AbstractButton {
    id: corner

    property bool held: false

    objectName: "staff-corner"
    implicitWidth: Math.max(Space.target, word.implicitWidth + 2 * Space.base)
    implicitHeight: Space.target
    //: Marks the corner that only staff use: short
    text: qsTr("Staff")
    //: Read aloud: what to do with the marked corner
    Accessible.name: qsTr("Staff: hold for three seconds")
    onPressed: {
        held = false;
        holding.restart();
    }
    onReleased: holding.stop()
    onCanceled: holding.stop()
    onClicked: if (!held) VisitFlow.begin()

    NumberAnimation {
        id: holding
        target: fill
        property: "share"
        from: 0
        to: 1
        duration: 3000
        onFinished: {
            corner.held = true;
            StaffDoor.ask();
        }
        onStopped: fill.share = 0
    }
    background: Rectangle {
        radius: Space.radius
        color: Colour.veil
        border.width: corner.visualFocus ? 3 : 0
        border.color: Colour.ink
        Rectangle {
            id: fill
            property real share: 0
            width: parent.width * share
            height: 6
            radius: 3
            color: Colour.accent
            anchors { left: parent.left; bottom: parent.bottom }
        }
    }
    contentItem: Item {
        Words {
            id: word
            anchors.centerIn: parent
            text: corner.text
            size: Face.small
            color: Colour.ink
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
