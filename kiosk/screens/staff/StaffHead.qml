pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// The band that tells staff's pages at a glance, with the way out.
Rectangle {
    id: head

    color: Colour.band
    implicitHeight: line.implicitHeight + 2 * Space.tight

    GridLayout {
        id: line
        // Where the text is large, the title stands above its buttons.
        readonly property bool beside: title.implicitWidth + buttons.wished + Space.base <= width
        columns: beside ? 2 : 1
        anchors { left: parent.left; right: parent.right; top: parent.top }
        anchors.leftMargin: Space.base
        anchors.rightMargin: Space.base
        anchors.topMargin: Space.tight
        columnSpacing: Space.base
        rowSpacing: 0

        Words {
            id: title
            //: Title over all pages that only staff see
            text: qsTr("For staff")
            size: Face.lead
            color: Colour.inkOnBand
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
        }
        Flow {
            id: buttons
            readonly property int wished: leaveButton.width + sizeButton.width + languageButton.width + 2 * spacing
            spacing: Space.tight
            layoutDirection: line.beside !== Look.right_to_left ? Qt.RightToLeft : Qt.LeftToRight
            Layout.fillWidth: true
            Layout.preferredWidth: wished
            LayoutMirroring.enabled: false

            BandButton {
                id: leaveButton
                objectName: "staff-leave"
                //: Leaves the staff's pages; the next who comes has to type the PIN
                text: qsTr("Leave and lock")
                onClicked: StaffPages.leave()
            }
            BandButton {
                id: sizeButton
                objectName: "staff-text-size"
                //: Makes all text larger, and at last its usual size again
                text: qsTr("Text size")
                onClicked: VisitFlow.change_text_size()
            }
            BandButton {
                id: languageButton
                objectName: "staff-language"
                visible: StaffPages.next_language !== Look.language
                text: StaffPages.next_language_name
                tag: StaffPages.next_language
                onClicked: StaffPages.speak_next()
            }
        }
    }
}
