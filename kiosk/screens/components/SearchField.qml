pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// Where a visitor types what they look for. A touch asks for our own keys; whoever comes by a keyboard has theirs.
T.TextField {
    id: field

    signal touched()

    implicitHeight: Math.max(Space.target, contentHeight + 2 * Space.snug)
    leftPadding: Space.base
    rightPadding: Space.base
    verticalAlignment: TextInput.AlignVCenter
    color: Colour.ink
    font.family: Face.textFamily
    font.pixelSize: Face.body
    selectionColor: Colour.accent
    maximumLength: 80
    // The keys on the screen write here too: they must not take the cursor away.
    persistentSelection: true
    //: In the empty search field
    placeholderText: qsTr("Search")
    Accessible.name: placeholderText
    Accessible.onPressAction: touched()
    onPressed: touched()
    background: Rectangle {
        radius: Space.radius
        color: Colour.raised
        border.width: field.activeFocus ? 2 : 1
        border.color: field.activeFocus ? Colour.accent : Colour.edge
        Words {
            visible: field.text === ""
            text: field.placeholderText
            color: Colour.muted
            x: Space.base
            width: parent.width - 2 * Space.base
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
