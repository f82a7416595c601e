pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// Some sites near by under one heading; nothing at all where there are none.
Column {
    id: group

    property string title: ""
    required property var places

    visible: places.length > 0
    spacing: Space.base

    Words {
        text: group.title
        visible: text !== ""
        color: Colour.muted
        width: parent.width
    }
    Repeater {
        model: group.places
        Column {
            id: one
            required property var modelData
            width: group.width
            spacing: Space.snug
            Hairline { width: parent.width }
            NearbyRow {
                place: one.modelData
                width: parent.width
            }
        }
    }
}
