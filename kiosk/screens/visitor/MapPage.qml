pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The site's own plan, floors as tabs with words.
Item {
    id: page

    // Large words and several offers scroll; the plan keeps its share of the page.
    ScrollArea {
        id: head
        // Beside the plan in landscape, which is higher than it is wide more often than not.
        x: Format.landscape && Look.right_to_left ? page.width - width : 0
        width: Format.landscape ? Math.round(page.width * 0.27) + 2 * Space.margin : page.width
        height: Format.landscape ? page.height : Math.min(contentHeight, Math.round(page.height * 0.5))
        inset: Space.margin
        topInset: Format.landscape ? Space.broad : Space.roomy
        bottomInset: Format.landscape ? Space.wide : 0
        spacing: Format.landscape ? Space.base : Space.tight
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
        PlanKey { width: parent.width }
        TextButton {
            objectName: "map-tour"
            visible: TourFollowed.on
            //: Goes to the page of the tour that the visitor follows
            text: qsTr("Your tour")
            glyph: "walk"
            width: parent.width
            onClicked: TourPage.open_followed()
        }
        Loader {
            active: PlaceGuide.offers.length > 0
            width: parent.width
            sourceComponent: PlaceOffers { dismissable: false }
        }
    }
    PlanMap {
        x: Format.landscape && !Look.right_to_left ? head.width - Space.margin + Space.wide : Space.base
        y: Format.landscape ? Space.base : head.height + Space.base
        width: Format.landscape ? page.width - head.width + Space.margin - Space.wide - Space.base : page.width - 2 * Space.base
        height: page.height - y - Space.base
    }
}
