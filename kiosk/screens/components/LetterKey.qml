pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// One key of the letters. A touch leaves the cursor in the field; whoever goes by keys comes to it all the same.
T.AbstractButton {
    id: key

    property bool wide: false
    // A language whose letters stand on it; "" for the interface's.
    property string tag: ""

    implicitWidth: Math.max(Space.target, wide ? face.implicitWidth + 2 * Space.tight : 0)
    implicitHeight: Space.target
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.45
    Accessible.name: text
    Keys.onReturnPressed: key.click()
    Keys.onEnterPressed: key.click()

    background: Rectangle {
        radius: Space.radius
        color: key.down ? Colour.pressed : Colour.raised
        border.width: key.visualFocus ? 3 : 1
        border.color: key.visualFocus ? Colour.ink : Colour.line
    }
    contentItem: Text {
        id: face
        text: key.text
        textFormat: Text.PlainText
        color: Colour.ink
        font.family: key.tag === "" ? Face.textFamily : Look.text_family_of(key.tag)
        font.pixelSize: key.wide ? Math.min(Face.small, 28 * Format.unit) : Math.min(Face.lead, 36 * Format.unit)
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
