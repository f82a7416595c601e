pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Every stop with its picture, in the curator's order; or what is looked for, whatever it is.
Item {
    id: page

    property bool typing: false

    ScrollArea {
        id: area
        objectName: "browse-list"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: keys.top }
        inset: Space.margin
        spacing: Space.tight
        // Whoever looks through what was found needs the room.
        onMovementStarted: page.typing = false

        Words {
            visible: !page.typing
            //: Title of the list of all stops
            text: qsTr("All stops")
            asTitle: true
            size: Face.title
            width: parent.width
        }
        Flow {
            width: parent.width
            spacing: Space.snug
            SearchField {
                id: searchField
                objectName: "search"
                width: Math.min(parent.width, 420 * Face.large)
                onTouched: page.typing = true
                onTextChanged: Browse.search(text)
                Keys.onReturnPressed: page.typing = false
                Component.onCompleted: text = Browse.sought
            }
            TextButton {
                objectName: "search-clear"
                visible: searchField.visible && searchField.text !== ""
                //: Empties the search field, so that all stops are shown
                text: qsTr("Show all")
                onClicked: {
                    page.typing = false;
                    searchField.clear();
                }
            }
            TextButton {
                objectName: "search-done"
                visible: page.typing
                //: Puts the letters away with which a visitor types
                text: qsTr("Hide the letters")
                onClicked: page.typing = false
            }
            TextButton {
                objectName: "browse-map"
                visible: SitePlan.floors.length > 0 && !page.typing
                text: qsTr("Plan of the site")
                glyph: "map"
                onClicked: VisitFlow.show("map")
            }
            TextButton {
                objectName: "browse-nearby"
                visible: NearbySites.offered && !page.typing
                //: Goes to the page of other sites near by
                text: qsTr("Places near here")
                glyph: "walk"
                onClicked: VisitFlow.show("nearby")
            }
        }
        Item { width: 1; height: Space.tight }
        Words {
            objectName: "found-nothing"
            visible: Browse.found_nothing
            //: Where a search finds nothing
            text: qsTr("Nothing is found by these words. Fewer letters find more.")
            color: Colour.muted
            width: parent.width
        }
        Words {
            objectName: "found-near"
            visible: Browse.is_near
            //: Over what a search finds, where some word was typed with a slip, or is not here
            text: qsTr("Nothing is found by exactly these words. This comes near to them:")
            size: Face.small
            color: Colour.muted
            width: parent.width
        }
        FoundBeside {
            first: true
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
        FoundBeside {
            first: false
            width: parent.width
        }
    }
    Loader {
        id: keys
        active: page.typing
        visible: active
        x: Math.round((page.width - width) / 2)
        anchors.bottom: parent.bottom
        width: page.width - 2 * Math.min(Space.margin, Space.wide)
        height: active && item ? (item as Item).implicitHeight + Space.tight : 0
        sourceComponent: LetterPad {
            field: searchField
            width: keys.width
        }
    }
}
