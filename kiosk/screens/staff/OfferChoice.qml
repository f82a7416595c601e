pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"
import "../components"

// One of several releases on a stick.
T.AbstractButton {
    id: choice

    required property var offer
    property bool chosen: false
    readonly property string what: {
        switch (offer.state) {
        case "new":
            //: A release on a stick: this device has none of this content
            return qsTr("new here");
        case "newer":
            //: A release on a stick: a later version than the one on this device
            return qsTr("newer than here");
        case "here":
            //: A release on a stick: this device has it already
            return qsTr("here already");
        case "older":
            //: A release on a stick: an earlier version than the one on this device
            return qsTr("older than here");
        default:
            //: A release on a stick: it cannot be installed
            return qsTr("cannot be installed");
        }
    }

    objectName: "offer-" + offer.pack_id + "-" + offer.version
    implicitHeight: Math.max(Space.target, words.implicitHeight + 2 * Space.tight)
    text: offer.sites
    Accessible.role: Accessible.RadioButton
    Keys.onReturnPressed: choice.click()
    Accessible.name: words.text
    onClicked: StaffDrive.choose_offer(offer.key)

    background: Rectangle {
        radius: Space.radius
        color: choice.down ? Colour.pressed : choice.chosen ? Colour.surface : "transparent"
        border.width: choice.visualFocus ? 3 : choice.chosen ? 2 : 1
        border.color: choice.visualFocus ? Colour.ink : choice.chosen ? Colour.accent : Colour.line
    }
    contentItem: Item {
        Words {
            id: words
            //: A release in a list: the site, its version, and what it is to this device
            text: qsTr("%1, version %2: %3").arg(choice.offer.sites).arg(Look.number(choice.offer.version)).arg(choice.what)
            font.weight: choice.chosen ? Font.DemiBold : Font.Normal
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            anchors { leftMargin: Space.snug; rightMargin: Space.snug }
            Accessible.ignored: true
        }
    }
}
