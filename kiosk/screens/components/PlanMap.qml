pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import HeritageKiosk
import "../design"

// The site's own plan: here you are, what you saw is filled, your tour is a line.
Item {
    id: map

    property bool asRoute: false
    property bool touchable: true
    readonly property real ratio: SitePlan.plan.ratio
    readonly property real drawnWidth: Math.min(width, height * ratio)
    readonly property real drawnHeight: drawnWidth / ratio

    function points(line: var): var {
        return line.map(spot => Qt.point(spot.x * drawnWidth, spot.y * drawnHeight));
    }

    Item {
        id: sheet
        width: map.drawnWidth
        height: map.drawnHeight
        anchors.centerIn: parent
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Picture {
            anchors.fill: parent
            whole: true
            source: SitePlan.plan.url
            alt: SitePlan.plan.name
        }
        Shape {
            anchors.fill: parent
            visible: (map.asRoute ? SitePlan.route : SitePlan.tour_line).length > 1
            ShapePath {
                strokeColor: Colour.accent
                strokeWidth: 3
                fillColor: "transparent"
                strokeStyle: map.asRoute ? ShapePath.SolidLine : ShapePath.DashLine
                dashPattern: [3, 3]
                joinStyle: ShapePath.RoundJoin
                PathPolyline { path: map.points(map.asRoute ? SitePlan.route : SitePlan.tour_line) }
            }
        }
        VisitorDot {
            visible: !map.asRoute && SitePlan.visitor.x !== undefined
            sheetWidth: sheet.width
            sheetHeight: sheet.height
        }
        Repeater {
            model: SitePlan.spots
            PlanSpot {
                required property var modelData
                spot: modelData
                touchable: map.touchable
                x: modelData.x * sheet.width - width / 2
                y: modelData.y * sheet.height - height / 2
            }
        }
    }
}
