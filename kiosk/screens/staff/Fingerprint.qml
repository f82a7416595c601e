pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// Signs to compare with those on paper: always from left to right, each told apart from its neighbours.
Text {
    color: Colour.ink
    font.family: "DejaVu Sans Mono"
    font.pixelSize: Face.body
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(Face.body * 1.5)
    wrapMode: Text.WordWrap
    textFormat: Text.PlainText
    LayoutMirroring.enabled: false
    horizontalAlignment: Look.right_to_left ? Text.AlignRight : Text.AlignLeft
    Accessible.role: Accessible.StaticText
    Accessible.name: text.split("").join(" ")
}
