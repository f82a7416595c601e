pragma ComponentBehavior: Bound
import QtQuick
import "../design"

// Over every page of content that is not signed: nobody takes it for the museum's word.
Rectangle {
    property alias text: words.text

    implicitHeight: words.implicitHeight + 2 * Space.hair
    color: "#ffd23f"

    Words {
        id: words
        objectName: "preview"
        size: Face.small
        color: "#1a1400"
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors { leftMargin: Space.base; rightMargin: Space.base }
    }
}
