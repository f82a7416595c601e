pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// The sentence being spoken, for as long as its text is not in view.
Rectangle {
    id: strip

    visible: Captions.caption !== "" && NarrationBar.playing
    implicitHeight: visible ? said.implicitHeight + 2 * Space.snug : 0
    color: Colour.raised

    Words {
        id: said
        objectName: "caption"
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.leftMargin: Space.wide
        anchors.rightMargin: Space.wide
        text: Captions.caption
        tag: Captions.language
        horizontalAlignment: Text.AlignHCenter
    }
}
