pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import "../design"

// What is decided on a page, at its foot: what leads on, and beside it what leads past it.
Rectangle {
    id: bar

    property string primary: ""
    property string primaryName: "go-on"
    property bool ready: true
    property string other: ""
    property string otherName: "skip"
    signal accepted
    signal passed

    color: Colour.surface
    implicitHeight: row.implicitHeight + 2 * Space.tight

    Hairline { width: parent.width }

    RowLayout {
        id: row
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        anchors.leftMargin: Space.margin
        anchors.rightMargin: Space.margin
        spacing: Space.base
        TextButton {
            objectName: bar.otherName
            visible: bar.other !== ""
            text: bar.other
            Layout.fillWidth: bar.primary === ""
            Layout.maximumWidth: bar.primary === "" ? -1 : Math.round(bar.width * 0.4)
            Layout.fillHeight: true
            onClicked: bar.passed()
        }
        TextButton {
            objectName: bar.primaryName
            visible: bar.primary !== ""
            text: bar.primary
            primary: true
            enabled: bar.ready
            Layout.fillWidth: true
            Layout.fillHeight: true
            onClicked: bar.accepted()
        }
    }
}
