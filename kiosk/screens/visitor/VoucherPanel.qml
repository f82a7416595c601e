pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// A code for another site, over the last page: to be photographed or written down.
Rectangle {
    id: panel

    color: Colour.surface
    focus: true
    Keys.onEscapePressed: VoucherOffer.put_away()

    // What lies below is not touched through it.
    MouseArea { anchors.fill: parent }

    ScrollArea {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: bar.top }
        inset: Space.margin
        centred: true
        spacing: Space.base

        GridLayout {
            width: parent.width
            columns: Format.landscape ? 2 : 1
            columnSpacing: Space.vast
            rowSpacing: Space.roomy

            // Black on white in any light, with its white border: phones read no other.
            Rectangle {
                objectName: "voucher-picture"
                color: "#ffffff"
                radius: Space.radius
                implicitWidth: Math.round(Math.min(panel.height * 0.5, panel.width * (Format.landscape ? 0.4 : 0.6)))
                implicitHeight: implicitWidth
                Layout.alignment: Qt.AlignHCenter | Qt.AlignTop
                Accessible.role: Accessible.Graphic
                //: Says what the picture of the code for another site is, to those who do not see it
                Accessible.name: qsTr("The code for %1").arg(VoucherOffer.to_name)
                Image {
                    anchors.fill: parent
                    anchors.margins: Space.tight
                    source: VoucherOffer.picture
                    fillMode: Image.PreserveAspectFit
                    smooth: false
                    cache: false
                    asynchronous: false
                }
            }
            ColumnLayout {
                spacing: Space.base
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                Words {
                    //: Title of the panel with a code for another heritage site; %1 is its name
                    text: qsTr("Your code for %1").arg(VoucherOffer.to_name)
                    asTitle: true
                    size: Face.title
                    Layout.fillWidth: true
                }
                Words {
                    objectName: "voucher-code"
                    text: "\u2066" + VoucherOffer.code + "\u2069"
                    size: Face.lead
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                Words {
                    //: What to do with the code for another site
                    text: qsTr("Photograph it or write it down, and show it there within three months. It can be used once.")
                    Layout.fillWidth: true
                }
                Words {
                    //: What is not in the code for another site
                    text: qsTr("It says that somebody came from here, and nothing about you. This device forgets it.")
                    size: Face.small
                    color: Colour.muted
                    Layout.fillWidth: true
                }
            }
        }
    }
    Rectangle {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: away.height + 2 * Space.base
        color: Colour.surface
        Hairline { width: parent.width }
        TextButton {
            id: away
            objectName: "voucher-away"
            //: Puts the visit pass away after it was photographed
            text: qsTr("I have it")
            primary: true
            width: Math.min(parent.width - 2 * Space.margin, Math.max(implicitWidth, 360 * Format.unit))
            anchors.centerIn: parent
            onClicked: VoucherOffer.put_away()
        }
    }
}
