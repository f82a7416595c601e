pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// A piece of text in one of the five sizes. `tag` is its language where that may differ from the interface's.
Text {
    id: words

    property string tag: ""
    property int size: Face.body
    property bool asTitle: false
    readonly property bool tall: tag === "" ? Look.tall_script : Look.is_tall(tag)
    readonly property bool foreignDirection: tag !== "" && Look.runs_right_to_left(tag) !== Look.right_to_left

    color: Colour.ink
    font.family: asTitle ? (tag === "" ? Face.titleFamily : Look.title_family_of(tag))
                         : (tag === "" ? Face.textFamily : Look.text_family_of(tag))
    font.pixelSize: size
    // Old-style figures read as small capitals beside a title's letters: 1 as I.
    font.features: asTitle ? ({ "lnum": 1 }) : ({})
    lineHeightMode: Text.FixedHeight
    lineHeight: Math.round(size * (asTitle ? (tall ? 1.45 : 1.16) : (tall ? 1.7 : 1.5)))
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    horizontalAlignment: foreignDirection ? Text.AlignRight : Text.AlignLeft
    Accessible.role: asTitle ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
}
