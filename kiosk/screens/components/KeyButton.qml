pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// One digit of a number pad.
T.AbstractButton {
    id: key

    required property int digit

    objectName: "digit-" + digit
    implicitWidth: Space.target
    text: Look.number(digit)

    background: Rectangle {
        radius: Space.radius
        color: key.down ? Colour.pressed : Colour.raised
        border.width: key.visualFocus ? 3 : 1
        border.color: key.visualFocus ? Colour.ink : Colour.line
    }
    contentItem: Text {
        text: key.text
        color: Colour.ink
        font.family: Face.textFamily
        font.pixelSize: Face.lead
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
