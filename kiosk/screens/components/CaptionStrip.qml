pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// The sentence being spoken, for as long as its text is not in view; its word is marked as in the text.
Rectangle {
    id: strip

    readonly property bool wanted: Captions.mode !== "off" && Captions.caption !== ""
        && (NarrationBar.playing || NarrationBar.remark === "unplugged")

    visible: wanted
    implicitHeight: wanted ? said.implicitHeight + 2 * Space.snug : 0
    color: Colour.raised

    ReadAlong {
        id: said
        objectName: "caption"
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.leftMargin: Space.wide
        anchors.rightMargin: Space.wide
        text: strip.wanted ? Captions.caption : ""
        tag: Captions.language
        word: Captions.caption_word
        size: Captions.mode === "large" ? Face.lead : Face.body
        ground: strip.color
        alignment: TextEdit.AlignHCenter
    }
}
