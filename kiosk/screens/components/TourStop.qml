pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"

// A stop of a tour: the way to it and the stay, and the choice to leave it out.
GridLayout {
    id: line

    required property var stop
    readonly property bool mine: !TourPage.ready_made && stop.seen !== true
    readonly property TourWords say: TourWords {}
    readonly property bool stacked: width < 20 * Face.body

    columns: stacked ? 1 : 2
    columnSpacing: Space.base
    rowSpacing: 0

    StopRow {
        stop: line.stop
        remark: line.times()
        pictureSide: Math.round(72 * Math.min(1.4, Face.large))
        Layout.fillWidth: true
        onClicked: VisitFlow.open_stop(line.stop.id, "list")
    }
    TextButton {
        objectName: "take-out-" + line.stop.id
        visible: line.mine
        //: Takes a stop out of the visitor's tour
        text: qsTr("Leave out")
        //: What a screen reader says of the button that takes a stop out of the tour; %1 is the stop
        Accessible.name: qsTr("Leave out %1").arg(line.stop.title)
        quiet: true
        Layout.alignment: line.stacked ? Qt.AlignRight : Qt.AlignVCenter
        onClicked: TourPage.take_out(line.stop.id)
    }

    function times(): string {
        if (stop.stay === 0)
            return "";
        //: Beside a stop of a tour: minutes on foot to it
        const walk = stop.walk > 0 ? [qsTr("%1 min on foot").arg(Look.number(stop.walk))] : [];
        const ways = stop.ways.map(way => say.by(way));
        //: Beside a stop of a tour: minutes that are reckoned for it
        return [...walk, ...ways, qsTr("%1 min there").arg(Look.number(stop.stay))].join(" · ");
    }
}
