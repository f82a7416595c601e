pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// Where the story is; it can be dragged, or moved by the arrow keys. It runs from left to right whatever the text does, as recordings do.
T.Slider {
    id: line

    readonly property int seconds: Math.round(NarrationBar.duration_ms / 1000)

    function clock(seconds: int): string {
        return Look.digits(Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0"));
    }

    objectName: "progress"
    implicitHeight: Math.max(Space.target, 2 * Space.base + told.implicitHeight)
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    // In seconds: a screen reader says the value.
    from: 0
    to: Math.max(1, seconds)
    value: NarrationBar.position_ms / 1000
    stepSize: 5
    snapMode: T.Slider.NoSnap
    //: Read aloud: the slider that tells how far the story has been told
    Accessible.name: qsTr("Place in the story")
    //: Read aloud: how far the story has been told, of how long it is; minutes and seconds
    Accessible.description: qsTr("%1 of %2").arg(told.text).arg(whole.text)
    onMoved: NarrationBar.seek(position)

    background: Item {
        Rectangle {
            y: Space.base
            width: line.width
            height: 4
            radius: 2
            color: Colour.line
            Rectangle {
                width: line.visualPosition * parent.width
                height: parent.height
                radius: 2
                color: Colour.accent
            }
        }
        Words {
            id: told
            text: line.clock(Math.round(NarrationBar.position_ms / 1000))
            size: Face.small
            color: Colour.muted
            wrapMode: Text.NoWrap
            anchors { left: parent.left; bottom: parent.bottom }
            Accessible.ignored: true
        }
        Words {
            id: whole
            text: line.clock(line.seconds)
            size: Face.small
            color: Colour.muted
            wrapMode: Text.NoWrap
            anchors { right: parent.right; bottom: parent.bottom }
            Accessible.ignored: true
        }
    }
    handle: Rectangle {
        x: line.visualPosition * (line.width - width)
        y: Space.base + 2 - height / 2
        width: 16
        height: 16
        radius: 8
        color: Colour.accent
        border.width: line.visualFocus ? 3 : 0
        border.color: Colour.ink
    }
}
