pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// A language, written in itself.
T.AbstractButton {
    id: control

    property string tag
    readonly property bool chosen: VisitFlow.at_site && Look.language === tag

    objectName: "language-" + tag
    Keys.onReturnPressed: control.click()
    Keys.onEnterPressed: control.click()
    implicitHeight: Math.max(Space.target, Math.round(Face.lead * 1.45) + 2 * Space.base)
    onClicked: VisitFlow.choose_language(tag)

    background: Rectangle {
        radius: Space.radius
        color: control.down ? Colour.pressed : Colour.raised
        border.width: control.visualFocus ? 3 : control.chosen ? 2 : 1
        border.color: control.visualFocus ? Colour.ink : control.chosen ? Colour.accent : Colour.line
    }
    contentItem: Item {
        Words {
            id: name
            text: control.text
            tag: control.tag
            asTitle: true
            size: Face.lead
            lineHeight: Math.round(Face.lead * 1.45)
            verticalAlignment: Text.AlignVCenter
            horizontalAlignment: Text.AlignHCenter
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            Accessible.ignored: true
        }
    }
}
