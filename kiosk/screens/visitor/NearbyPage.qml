pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Where to go on to: sites within a walk, then those a short ride away.
ScrollArea {
    id: area
    objectName: "nearby-page"
    inset: Math.max(Space.margin, Math.round((width - 760 * Math.max(Format.unit, Face.large)) / 2))
    topInset: Space.margin
    spacing: Space.base

    Words {
        //: Title of the page of other sites near by
        text: qsTr("Places near here")
        asTitle: true
        size: Face.title
        width: parent.width
    }
    Words {
        visible: NearbySites.count === 0
        //: On the page of other sites, where none is known
        text: qsTr("No other site near here is known to this guide.")
        color: Colour.muted
        width: parent.width
    }
    NearbyGroup {
        //: Heading over sites within two kilometres
        title: qsTr("Within a walk")
        places: NearbySites.walks
        width: parent.width
    }
    NearbyGroup {
        //: Heading over sites within five kilometres
        title: qsTr("A short ride away")
        places: NearbySites.rides
        width: parent.width
    }
    Item { width: 1; height: Space.tight }
    TextButton {
        objectName: "nearby-stops"
        text: qsTr("All stops")
        glyph: "list"
        primary: true
        width: Math.min(parent.width, Math.max(implicitWidth, 360 * Format.unit))
        onClicked: VisitFlow.show("browse")
    }
}
