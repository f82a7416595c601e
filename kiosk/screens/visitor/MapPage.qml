pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The site's own plan, floors as tabs with words.
Item {
    id: page

    Column {
        id: head
        x: Space.margin
        y: Space.roomy
        width: parent.width - 2 * Space.margin
        spacing: Space.tight
        Words {
            text: qsTr("Plan of the site")
            asTitle: true
            size: Face.title
            width: parent.width
        }
        ChoiceRow {
            visible: SitePlan.floors.length > 1
            //: Heading over the floors of the plan
            title: qsTr("Floor")
            width: parent.width
            options: SitePlan.floors.map(floor => ({ "key": floor.id, "word": floor.name }))
            chosen: SitePlan.plan.id
            onPicked: key => SitePlan.show_floor(key)
        }
        Words {
            //: How to read the plan
            text: qsTr("Filled: seen. Ringed: you are here.")
            size: Face.small
            color: Colour.muted
            width: parent.width
        }
    }
    PlanMap {
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom }
        anchors.margins: Space.base
    }
}
