pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// One picture over the whole page: pinch, touch twice, or use the buttons to come nearer; drag to look around.
Rectangle {
    id: close

    readonly property var one: StopPage.pictures[StopPage.closer] ?? null
    readonly property real nearest: 4
    property real zoom: 1

    // Comes nearer to (or goes away from) a place of what is shown, which stays where it is on the screen.
    function zoomTo(wanted: real, x: real, y: real) {
        const next = Math.max(1, Math.min(nearest, wanted));
        const share = next / zoom;
        const left = (view.contentX + x) * share - x;
        const top = (view.contentY + y) * share - y;
        zoom = next;
        view.contentX = Math.max(0, Math.min(view.contentWidth - view.width, left));
        view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, top));
    }

    color: Colour.surface
    objectName: "close-up"
    Flickable {
        id: view
        objectName: "close-up-view"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top }
        contentWidth: width * close.zoom
        contentHeight: height * close.zoom
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Picture {
            // Decoded once, at twice the size of the screen; coming nearer draws it larger.
            width: view.contentWidth
            height: view.contentHeight
            whole: true
            detail: Qt.size(view.width * 2, view.height * 2)
            source: close.one ? close.one.url : ""
            alt: close.one ? close.one.alt : ""
        }
        MouseArea {
            width: view.contentWidth
            height: view.contentHeight
            onDoubleClicked: mouse => close.zoomTo(close.zoom > 1 ? 1 : 2, mouse.x - view.contentX, mouse.y - view.contentY)
        }
    }
    PinchHandler {
        property real begun: 1
        target: null
        onActiveChanged: begun = close.zoom
        onActiveScaleChanged: {
            if (active)
                close.zoomTo(begun * activeScale, centroid.position.x, centroid.position.y);
        }
    }
    Rectangle {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: column.height + 2 * Space.base
        color: Colour.surface
        Hairline { width: parent.width }
        Column {
            id: column
            x: Space.base
            y: Space.base
            width: parent.width - 2 * Space.base
            spacing: Space.snug
            Words {
                visible: text !== ""
                text: close.one ? [close.one.credit, close.one.rights].filter(part => part !== "").join(" · ") : ""
                size: Face.small
                color: Colour.muted
                width: parent.width
            }
            Flow {
                width: parent.width
                spacing: Space.snug
                TextButton {
                    objectName: "nearer"
                    //: Enlarges a picture
                    text: qsTr("Nearer")
                    glyph: "more"
                    enabled: close.zoom < close.nearest
                    onClicked: close.zoomTo(close.zoom * 1.5, view.width / 2, view.height / 2)
                }
                TextButton {
                    objectName: "further"
                    //: Makes an enlarged picture smaller again
                    text: qsTr("Further away")
                    glyph: "less"
                    enabled: close.zoom > 1
                    onClicked: close.zoomTo(close.zoom / 1.5, view.width / 2, view.height / 2)
                }
            }
        }
    }
}
