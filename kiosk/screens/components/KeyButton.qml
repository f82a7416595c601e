pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// One key of a number pad: a digit, or a letter where a site's numbers have some.
T.AbstractButton {
    id: key

    property int digit: -1
    property string letter: ""
    readonly property string sign: digit >= 0 ? String(digit) : letter

    objectName: (digit >= 0 ? "digit-" : "letter-") + sign
    implicitWidth: Space.target
    text: digit >= 0 ? Look.number(digit) : letter.toUpperCase()

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
