pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import "../design"

// A button with its word, and an icon before it where there is one. One primary button a page.
T.AbstractButton {
    id: control

    property bool primary: false
    property bool quiet: false
    property string glyph: ""
    property string tag: ""
    readonly property color ink: primary ? Colour.inkOnAccent : Colour.ink

    implicitWidth: Math.max(Space.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Space.target, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: quiet ? Space.snug : Space.roomy
    rightPadding: leftPadding
    topPadding: Space.tight
    bottomPadding: Space.tight
    opacity: enabled ? 1 : 0.45
    Keys.onReturnPressed: control.click()
    Keys.onEnterPressed: control.click()
    Accessible.name: text

    background: Rectangle {
        radius: Space.radius
        color: control.primary ? (control.down ? Qt.darker(Colour.accent, 1.15) : Colour.accent)
             : control.down ? Colour.pressed : control.quiet ? "transparent" : Colour.raised
        border.width: control.visualFocus ? 3 : control.primary || control.quiet ? 0 : 1
        border.color: control.visualFocus ? Colour.ink : Colour.edge
    }
    contentItem: RowLayout {
        spacing: Space.snug
        Icon {
            visible: control.glyph !== ""
            name: control.glyph
            tint: control.ink
            Layout.alignment: Qt.AlignVCenter
        }
        Words {
            text: control.text
            tag: control.tag
            color: control.ink
            font.weight: control.primary ? Font.DemiBold : Font.Normal
            horizontalAlignment: control.glyph === "" && !control.quiet ? Text.AlignHCenter
                               : foreignDirection ? Text.AlignRight : Text.AlignLeft
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
            Accessible.ignored: true
        }
    }
}
