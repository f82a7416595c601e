pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The stop's pictures, one at a time.
Rectangle {
    id: show

    property int index: 0
    readonly property var all: StopPage.pictures
    readonly property var one: all.length > 0 ? all[index % all.length] : null

    color: Colour.raised
    onAllChanged: index = 0

    Picture {
        anchors.fill: parent
        source: show.one ? show.one.url : ""
        focusX: show.one ? show.one.focus_x : 0.5
        focusY: show.one ? show.one.focus_y : 0.5
        alt: show.one ? show.one.alt : ""
    }
    TextButton {
        objectName: "next-picture"
        visible: show.all.length > 1
        //: Shows the next of several pictures; for example "Picture 1 of 3"
        text: qsTr("Picture %1 of %2").arg(Look.number(show.index % Math.max(1, show.all.length) + 1)).arg(Look.number(show.all.length))
        glyph: "next"
        anchors { right: parent.right; bottom: parent.bottom; margins: Space.base }
        onClicked: show.index += 1
    }
}
