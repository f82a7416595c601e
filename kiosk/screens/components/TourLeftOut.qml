pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"

// A stop that is not in the tour: why, and the choice to have it in where that can be.
GridLayout {
    id: line

    required property var stop
    readonly property bool possible: ["time", "taken-out", "language"].indexOf(stop.why) >= 0
    readonly property TourWords say: TourWords {}
    readonly property bool stacked: width < 20 * Face.body

    columns: stacked ? 1 : 2
    columnSpacing: Space.base
    rowSpacing: 0

    StopRow {
        stop: line.stop
        remark: line.say.why(line.stop.why)
        pictureSide: Math.round(56 * Math.min(1.4, Face.large))
        Layout.fillWidth: true
        onClicked: VisitFlow.open_stop(line.stop.id, "list")
    }
    TextButton {
        objectName: "put-in-" + line.stop.id
        visible: line.possible
        //: Puts a stop into the visitor's tour
        text: qsTr("Put in")
        //: What a screen reader says of the button that puts a stop into the tour; %1 is the stop
        Accessible.name: qsTr("Put in %1").arg(line.stop.title)
        quiet: true
        Layout.alignment: line.stacked ? Qt.AlignRight : Qt.AlignVCenter
        onClicked: TourPage.put_in(line.stop.id)
    }
}
