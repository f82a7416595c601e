pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Two or three stops to see next, each with its reason.
Column {
    id: next

    spacing: Space.tight
    visible: Suggestions.cards.length > 0

    Hairline { width: parent.width }
    Words {
        //: Heading over the stops to see next
        text: qsTr("Next")
        asTitle: true
        size: Face.lead
        width: parent.width
    }
    SuggestionWords { id: words }
    Repeater {
        model: Suggestions.cards
        StopRow {
            required property var modelData
            stop: modelData
            remark: words.remark(modelData)
            width: next.width
            onClicked: VisitFlow.open_stop(modelData.id, "suggestion")
        }
    }
}
