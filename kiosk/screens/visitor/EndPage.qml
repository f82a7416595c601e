pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// A keepsake: the route, the minutes, the longest stay, what is left, where next, and one question.
Item {
    id: page

    Item {
        id: keepsake
        anchors.fill: parent
        visible: !PassToTake.shown && !VoucherOffer.shown

        Item {
            id: mapSide
            visible: SitePlan.floors.length > 0
            x: Format.landscape && Look.right_to_left ? page.width - width : 0
            width: Format.landscape ? page.width * 0.5 : page.width
            height: Format.landscape ? page.height - bottomBar.height
                : !visible ? 0 : Math.round(page.height * 0.36) + (floors.visible ? floors.height : 0)
            ChoiceRow {
                id: floors
                objectName: "end-floors"
                visible: Keepsake.floors.length > 0
                //: Heading over the floors of the plan on which the visitor was
                title: qsTr("Your way, floor by floor")
                x: Space.margin
                y: Space.margin
                width: parent.width - 2 * Space.margin
                options: Keepsake.floors.map(floor => ({ "key": floor.id, "word": floor.name }))
                chosen: SitePlan.plan.id
                onPicked: key => SitePlan.show_floor(key)
            }
            PlanMap {
                anchors { fill: parent; margins: Space.margin }
                anchors.topMargin: floors.visible ? floors.y + floors.height + Space.base : Space.margin
                asRoute: true
                touchable: false
            }
        }
        ScrollArea {
            x: Format.landscape && mapSide.visible && !Look.right_to_left ? mapSide.width : 0
            y: Format.landscape ? 0 : mapSide.height
            width: Format.landscape && mapSide.visible ? page.width - mapSide.width : page.width
            height: page.height - y - bottomBar.height
            // With no plan beside them the words keep the width that is easily read.
            inset: mapSide.visible ? Space.margin
                : Math.max(Space.margin, Math.round((width - 760 * Math.max(Format.unit, Face.large)) / 2))
            topInset: Space.margin
            spacing: Space.base
            EndWords { width: parent.width }
        }
        Rectangle {
            id: bottomBar
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: done.height + 2 * Space.base
            color: Colour.surface
            Hairline { width: parent.width }
            TextButton {
                id: done
                objectName: "done"
                //: Leaves the last page; everything of the visit is wiped
                text: qsTr("Done")
                primary: true
                width: Math.min(parent.width - 2 * Space.margin, Math.max(implicitWidth, 360 * Format.unit))
                anchors.centerIn: parent
                onClicked: VisitFlow.finish()
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: VoucherOffer.shown
        source: "VoucherPanel.qml"
        onLoaded: (item as Item).forceActiveFocus()
    }
    Loader {
        anchors.fill: parent
        active: PassToTake.shown
        source: "PassPanel.qml"
        onLoaded: (item as Item).forceActiveFocus()
    }
}
