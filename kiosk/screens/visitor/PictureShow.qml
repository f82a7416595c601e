pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The stop's pictures, one at a time; a touch shows one large. A stop without any has its plate.
Rectangle {
    id: show

    property int index: 0
    readonly property var all: StopPage.pictures
    readonly property var one: all.length > 0 ? all[index % all.length] : null
    readonly property bool bare: all.length === 0

    color: Colour.raised
    onAllChanged: index = 0

    function enlarge() {
        StopPage.look_closer(show.index % show.all.length);
    }

    Loader {
        anchors.fill: parent
        active: show.bare
        sourceComponent: Plate {
            number: StopPage.number
            title: StopPage.title
            legend: VisitFlow.site_name
        }
    }
    Picture {
        anchors.fill: parent
        visible: !show.bare
        source: show.one ? show.one.url : ""
        focusX: show.one ? show.one.focus_x : 0.5
        focusY: show.one ? show.one.focus_y : 0.5
        alt: show.one ? show.one.alt : ""
        // The same as the button; a finger goes for the picture itself.
        // (No TapHandler: that one also hears touches of a question lying over it.)
        MouseArea {
            anchors.fill: parent
            onClicked: show.enlarge()
        }
    }
    Flow {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Space.base }
        layoutDirection: Look.right_to_left ? Qt.LeftToRight : Qt.RightToLeft
        spacing: Space.tight
        visible: !show.bare
        LayoutMirroring.enabled: false
        TextButton {
            objectName: "enlarge"
            //: Shows the stop's picture over the whole page, to be enlarged
            text: qsTr("Look closer")
            glyph: "search"
            LayoutMirroring.enabled: Look.right_to_left
            LayoutMirroring.childrenInherit: true
            onClicked: show.enlarge()
        }
        TextButton {
            objectName: "next-picture"
            visible: show.all.length > 1
            //: Shows the next of several pictures; for example "Picture 1 of 3"
            text: qsTr("Picture %1 of %2").arg(Look.number(show.index % Math.max(1, show.all.length) + 1)).arg(Look.number(show.all.length))
            glyph: "next"
            LayoutMirroring.enabled: Look.right_to_left
            LayoutMirroring.childrenInherit: true
            onClicked: show.index += 1
        }
    }
}
