pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"
import "../components"

// Every stop with its picture, in the curator's order or in a tour's.
ScrollArea {
    id: area
    inset: Space.margin
    spacing: Space.tight

    Words {
        text: Browse.tour_name !== "" ? Browse.tour_name
            //: Title of the list of all stops
            : qsTr("All stops")
        asTitle: true
        size: Face.title
        width: parent.width
    }
    Flow {
        width: parent.width
        spacing: Space.snug
        T.TextField {
            id: field
            objectName: "search"
            visible: Browse.tour_id === ""
            width: Math.min(parent.width, 420 * Face.large)
            implicitHeight: Math.max(Space.target, contentHeight + 2 * Space.snug)
            leftPadding: Space.base
            rightPadding: Space.base
            verticalAlignment: TextInput.AlignVCenter
            color: Colour.ink
            font.family: Face.textFamily
            font.pixelSize: Face.body
            selectionColor: Colour.accent
            //: In the empty search field
            placeholderText: qsTr("Search")
            Accessible.name: placeholderText
            onTextEdited: Browse.search(text)
            background: Rectangle {
                radius: Space.radius
                color: Colour.raised
                border.width: field.activeFocus ? 2 : 1
                border.color: field.activeFocus ? Colour.accent : Colour.edge
                Words {
                    visible: field.text === ""
                    text: field.placeholderText
                    color: Colour.muted
                    x: Space.base
                    width: parent.width - 2 * Space.base
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.ignored: true
                }
            }
        }
        TextButton {
            objectName: "browse-map"
            visible: SitePlan.floors.length > 0
            text: qsTr("Plan of the site")
            glyph: "map"
            onClicked: VisitFlow.show("map")
        }
    }
    Item { width: 1; height: Space.tight }
    Words {
        visible: Browse.stops.length === 0
        //: Where a search finds no stop
        text: qsTr("Nothing is found by these words. Fewer letters find more.")
        color: Colour.muted
        width: parent.width
    }
    Grid {
        id: grid
        width: parent.width
        columns: Format.landscape && Look.text_scale < 1.6 ? 2 : 1
        columnSpacing: Space.wide
        rowSpacing: Space.tight
        Repeater {
            model: Browse.stops
            StopRow {
                required property var modelData
                stop: modelData
                width: (area.width - 2 * area.inset - (grid.columns - 1) * Space.wide) / grid.columns
                onClicked: VisitFlow.open_stop(modelData.id, "list")
            }
        }
    }
}
