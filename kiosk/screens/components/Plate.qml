pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// What hangs where a stop has no picture: its number, large, over a line in the site's colour, as on a museum's plate.
Rectangle {
    id: plate

    property string number
    property string title
    // The site's name, on a plate that has the room.
    property string legend: ""
    readonly property bool small: legend === ""
    readonly property int figure: Math.round(Math.min(width * 0.5, height * (small ? 0.56 : 0.5), 300 * Format.unit))
    readonly property string sign: number !== "" ? Look.digits(number) : title.slice(0, 1)

    color: Colour.raised
    Accessible.ignored: true

    Column {
        anchors.verticalCenter: parent.verticalCenter
        x: plate.small ? 0 : Look.right_to_left ? plate.width - width - Space.margin : Space.margin
        width: plate.small ? plate.width : plate.width - 2 * Space.margin
        spacing: plate.small ? 0 : Space.tight

        Words {
            objectName: "plate-sign"
            text: plate.sign
            asTitle: true
            size: plate.figure
            lineHeight: Math.round(plate.figure * (plate.small ? 1.16 : 1))
            color: plate.small ? Colour.muted : Colour.ink
            wrapMode: Text.NoWrap
            horizontalAlignment: plate.small ? Text.AlignHCenter : Text.AlignLeft
            width: parent.width
            Accessible.ignored: true
        }
        Rectangle {
            visible: !plate.small
            anchors.left: parent.left
            width: Space.vast
            height: 2
            color: Colour.accent
        }
        Words {
            visible: !plate.small
            text: plate.legend
            size: Face.small
            color: Colour.muted
            width: parent.width
            Accessible.ignored: true
        }
    }
    Rectangle {
        visible: plate.small
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 2
        color: Colour.accent
    }
}
