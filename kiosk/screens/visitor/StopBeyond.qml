pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What follows when a stop has been told: what it rests on, what other visitors said, and where to go next.
Column {
    id: beyond

    spacing: Space.base

    StopFacts { width: beyond.width }
    StopVoices { width: beyond.width }
    TourDrift { width: beyond.width }
    TourNext {
        visible: TourFollowed.on
        width: beyond.width
    }
    StopNext { width: beyond.width }
}
