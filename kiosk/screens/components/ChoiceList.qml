pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"

// A few stops to choose from, to be compared with what one stands before. Side by side where the screen is wide and the
// text is not: pictures are compared, not read.
Item {
    id: list

    property var stops: []
    // How much of the page they may take.
    property real room: 600
    readonly property bool abreast: Format.landscape && Look.text_scale < 1.2 && stops.length <= 4
    signal picked(id: string)

    implicitHeight: abreast ? cards.implicitHeight : column.implicitHeight

    RowLayout {
        id: cards
        visible: list.abreast
        width: parent.width
        spacing: Space.roomy
        Repeater {
            model: list.abreast ? list.stops : []
            ChoiceCard {
                required property var modelData
                stop: modelData
                pictureHeight: Math.round(list.room * 0.44)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.maximumWidth: Math.round(list.width * 0.48)
                Layout.alignment: Qt.AlignTop
                onClicked: list.picked(modelData.id)
            }
        }
        Item {
            visible: list.stops.length === 1
            Layout.fillWidth: true
        }
    }
    Column {
        id: column
        visible: !list.abreast
        width: parent.width
        spacing: Space.tight
        Repeater {
            model: list.abreast ? [] : list.stops
            StopRow {
                required property var modelData
                stop: modelData
                pictureSide: Math.round((Format.kiosk ? 240 : 168) * Math.min(1.2, Face.large))
                width: parent.width
                onClicked: list.picked(modelData.id)
            }
        }
    }
}
