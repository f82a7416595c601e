pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What earlier visitors gave back about the place as a whole; and the way to add a word of one's own.
ScrollArea {
    objectName: "voices-page"
    inset: Math.max(Space.margin, Math.round((width - 760 * Math.max(Format.unit, Face.large)) / 2))
    topInset: Space.margin
    spacing: Space.base

    Words {
        //: Title of the page with what earlier visitors said about the whole site; and on the first page of the visit, leads there
        text: qsTr("What visitors say about this place")
        asTitle: true
        size: Face.title
        width: parent.width
    }
    VoiceList {
        width: parent.width
    }
    TextButton {
        objectName: "voices-talk"
        visible: TalkBack.kinds.length > 0
        //: On the page with what earlier visitors said about the whole site: goes to the page on which one says something oneself
        text: qsTr("Tell the site something")
        glyph: "talk"
        anchors.left: parent.left
        width: Math.min(implicitWidth, parent.width)
        onClicked: TalkBack.open("")
    }
}
