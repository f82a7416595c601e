pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// One stop in a list: its picture, number, title and where it stands; a tick and a word where it was seen.
T.AbstractButton {
    id: row

    required property var stop
    property string remark: ""
    readonly property bool pictured: stop.picture !== ""
    property int pictureSide: Math.round(88 * Math.min(1.4, Face.large))

    objectName: "stop-" + stop.id
    Keys.onReturnPressed: row.click()
    Keys.onEnterPressed: row.click()
    implicitHeight: Math.max(Space.target, content.implicitHeight + 2 * Space.snug)
    text: stop.title
    Accessible.name: stop.number + ". " + stop.title

    background: Rectangle {
        radius: Space.radius
        color: row.down ? Colour.pressed : "transparent"
        border.width: row.visualFocus ? 3 : 0
        border.color: Colour.ink
    }
    contentItem: Item {
        RowLayout {
            id: content
            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            spacing: Space.base

            Picture {
                source: row.stop.picture
                focusX: row.stop.focus_x
                focusY: row.stop.focus_y
                visible: row.pictured
                implicitWidth: row.pictureSide
                implicitHeight: row.pictureSide
                Layout.alignment: Qt.AlignTop
                Rectangle {
                    anchors.fill: parent
                    z: -1
                    color: Colour.raised
                }
            }
            Plate {
                visible: !row.pictured
                number: row.stop.number
                title: row.stop.title
                implicitWidth: row.pictureSide
                implicitHeight: row.pictureSide
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Words {
                    text: row.remark
                    visible: row.remark !== ""
                    size: Face.small
                    color: Colour.accent
                    Layout.fillWidth: true
                }
                Words {
                    text: (row.stop.number === "" || !row.pictured ? "" : Look.digits(row.stop.number) + "   ") + row.stop.title
                    asTitle: true
                    size: Face.lead
                    Layout.fillWidth: true
                }
                Words {
                    text: row.stop.where
                    visible: text !== ""
                    size: Face.small
                    color: Colour.muted
                    Layout.fillWidth: true
                }
                RowLayout {
                    visible: row.stop.seen === true
                    spacing: Space.hair
                    Icon {
                        name: "check"
                        size: Math.round(20 * Face.large)
                        tint: Colour.accent
                    }
                    Words {
                        //: Beside a stop this visitor has opened
                        text: qsTr("Seen")
                        size: Face.small
                        color: Colour.accent
                    }
                }
            }
        }
    }
}
