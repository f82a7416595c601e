pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import HeritageKiosk
import "../design"

// The site's own plan: here you are, what you saw is filled, what is worth the detour is ringed, your tour is a line.
Item {
    id: map

    property bool asRoute: false
    property bool touchable: true
    readonly property real ratio: SitePlan.plan.ratio
    readonly property real drawnWidth: Math.min(width, height * ratio)
    readonly property real drawnHeight: drawnWidth / ratio

    readonly property var lines: asRoute ? SitePlan.route_lines : SitePlan.tour_lines

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
            visible: map.lines.length > 0
            // Light below and colour above: the line is seen on any plan.
            ShapePath {
                strokeColor: Qt.alpha(Colour.surface, 0.85)
                strokeWidth: 9
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                joinStyle: ShapePath.RoundJoin
                PathMultiline { paths: map.lines.map(map.points) }
            }
            ShapePath {
                strokeColor: Colour.accent
                strokeWidth: 4
                fillColor: "transparent"
                strokeStyle: map.asRoute ? ShapePath.SolidLine : ShapePath.DashLine
                dashPattern: [3, 3]
                joinStyle: ShapePath.RoundJoin
                PathMultiline { paths: map.lines.map(map.points) }
            }
        }
        Repeater {
            model: map.asRoute ? SitePlan.route_changes : SitePlan.tour_changes
            PlanNote {
                required property var modelData
                objectName: "to-floor"
                //: On the plan of one floor, where the way goes on; %1 is the other floor's name
                text: qsTr("On to: %1").arg(modelData.floor)
                atX: modelData.x * sheet.width
                atY: modelData.y * sheet.height
                sheetWidth: sheet.width
                sheetHeight: sheet.height
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
        Repeater {
            model: map.asRoute ? [] : SitePlan.spots.filter(spot => spot.here)
            PlanNote {
                required property var modelData
                objectName: "you-are-here"
                //: On the plan, beside the stop that the visitor opened last
                text: qsTr("You are here")
                atX: modelData.x * sheet.width
                atY: modelData.y * sheet.height
                sheetWidth: sheet.width
                sheetHeight: sheet.height
            }
        }
    }
}
