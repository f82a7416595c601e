pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// The next stop of the tour that is followed, and the way to the tour itself.
Rectangle {
    id: panel

    objectName: "tour-next"
    implicitHeight: column.implicitHeight + 2 * Space.base
    radius: Space.radius
    color: Colour.raised
    border.width: 1
    border.color: Colour.edge

    TourWords { id: say }
    Column {
        id: column
        x: Space.base
        y: Space.base
        width: panel.width - 2 * Space.base
        spacing: Space.tight

        Words {
            text: TourFollowed.left > 0
                //: Heading over the next stop of the visitor's tour
                ? qsTr("Next in your tour")
                //: In place of the next stop, when all stops of the tour were seen
                : qsTr("That was the last stop of your tour")
            size: Face.small
            color: Colour.accent
            width: parent.width
        }
        Words {
            objectName: "quiz-score"
            visible: Quiz.answered > 0 && TourFollowed.left === 0
            //: At the end of a quiz trail: how many answers were right, and of how many
            text: qsTr("Right answers: %1 of %2").arg(Look.number(Quiz.right)).arg(Look.number(Quiz.answered))
            width: parent.width
        }
        Loader {
            width: parent.width
            active: TourFollowed.left > 0 && TourFollowed.next.id !== undefined
            visible: active
            sourceComponent: StopRow {
                stop: TourFollowed.next
                remark: panel.way()
                pictureSide: Math.round(64 * Math.min(1.4, Face.large))
                onClicked: VisitFlow.open_stop(stop.id, "list")
            }
        }
        Words {
            objectName: "tour-gone"
            visible: TourFollowed.gone > 0
            text: TourFollowed.gone === 1
                //: Where one stop of the visitor's tour is not on show any more
                ? qsTr("One stop of your tour is no longer on show; the tour goes on without it.")
                //: Where some stops of the visitor's tour are not on show any more
                : Look.digits(qsTr("%n stops of your tour are no longer on show; the tour goes on without them.", "", TourFollowed.gone))
            size: Face.small
            color: Colour.muted
            width: parent.width
        }
        TextButton {
            objectName: "show-tour"
            text: TourFollowed.name !== "" ? TourFollowed.name : qsTr("Your tour")
            glyph: "walk"
            quiet: true
            width: parent.width
            onClicked: TourPage.open_followed()
        }
    }

    function way(): string {
        const next = TourFollowed.next;
        if (!next.walk)
            return "";
        //: About how long the way to the next stop takes, in minutes
        const walk = qsTr("about %1 min on foot").arg(Look.number(next.walk));
        return [walk, ...next.ways.map(way => say.by(way))].join(" · ");
    }
}
