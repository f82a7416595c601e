pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// A ready-made tour: its name, and how many minutes it takes.
T.AbstractButton {
    id: row

    required property var tour
    //: The length of a tour in minutes
    readonly property string length: qsTr("%1 min").arg(Look.number(tour.minutes))

    objectName: "tour-" + tour.id
    Keys.onReturnPressed: row.click()
    Keys.onEnterPressed: row.click()
    implicitHeight: Math.max(Space.target, line.implicitHeight + 2 * Space.tight)
    text: tour.name
    Accessible.name: tour.name + ", " + length

    background: Rectangle {
        color: row.down ? Colour.pressed : "transparent"
        border.width: row.visualFocus ? 3 : 0
        border.color: Colour.ink
        Hairline {
            width: parent.width
            color: Colour.line
        }
    }
    contentItem: Item {
        RowLayout {
            id: line
            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            spacing: Space.snug
            Icon {
                name: row.tour.kind === "quiz" ? "question" : row.tour.kind === "children" ? "children" : "walk"
                tint: Colour.accent
            }
            Words {
                text: row.tour.name
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            Words {
                text: row.length
                color: Colour.muted
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
}
