pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// On other pages: which story is being told and how far it is. A touch leads back to it.
T.AbstractButton {
    id: now

    objectName: "told-now"
    implicitHeight: Math.max(Space.target, title.implicitHeight + Space.base)
    text: StopPage.title
    Keys.onReturnPressed: now.click()
    Keys.onEnterPressed: now.click()
    onClicked: VisitFlow.return_to_stop()

    background: Rectangle {
        radius: Space.radius
        color: now.down ? Colour.pressed : "transparent"
        border.width: now.visualFocus ? 3 : 0
        border.color: Colour.ink
    }
    contentItem: Item {
        Words {
            id: title
            text: StopPage.title
            tag: StopPage.title_language
            asTitle: true
            size: Face.body
            elide: Text.ElideRight
            maximumLineCount: 1
            wrapMode: Text.NoWrap
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            anchors.verticalCenterOffset: -Space.hair
            Accessible.ignored: true
        }
        Rectangle {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; bottomMargin: Space.hair }
            height: 3
            radius: 1
            color: Colour.line
            Rectangle {
                // A recording runs from left to right whatever the text does.
                LayoutMirroring.enabled: false
                anchors.left: parent.left
                width: parent.width * Math.min(1, NarrationBar.position_ms / Math.max(1, NarrationBar.duration_ms))
                height: parent.height
                radius: 1
                color: Colour.accent
            }
        }
    }
}
