pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// The sentence being spoken, for as long as its text is not in view; its word is marked as in the text.
// Of a sentence that would take too much of the page the lines round that word are shown.
Rectangle {
    id: strip

    readonly property bool wanted: Captions.mode !== "off" && Captions.caption !== ""
        && (NarrationBar.playing || NarrationBar.remark === "unplugged")

    visible: wanted
    readonly property real room: Math.min(said.implicitHeight, Math.max(2.2 * said.line, Format.height * 0.24))

    implicitHeight: wanted ? room + 2 * Space.snug : 0
    color: Colour.raised
    clip: true

    ReadAlong {
        id: said
        objectName: "caption"
        anchors { left: parent.left; right: parent.right }
        y: Space.snug - Math.max(0, Math.min(implicitHeight - strip.room, wordTop - (strip.room - line) / 2))
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
