pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// "How do we know this?": each statement with what it rests on, who says so, and when it was last checked.
Column {
    id: facts

    spacing: Space.snug
    visible: StopPage.facts.length > 0 || StopPage.artifacts.length > 0 || StopPage.publisher !== ""

    Hairline { width: parent.width }
    Words {
        visible: StopPage.facts.length > 0
        //: Heading over the statements and their sources
        text: qsTr("How do we know this?")
        asTitle: true
        size: Face.lead
        width: parent.width
    }
    Repeater {
        model: StopPage.facts
        Column {
            id: fact
            required property var modelData
            width: facts.width
            spacing: Space.hair
            Words {
                text: fact.modelData.text
                tag: fact.modelData.language
                width: parent.width
            }
            Repeater {
                model: fact.modelData.sources
                Words {
                    required property string modelData
                    text: modelData
                    size: Face.small
                    color: Colour.muted
                    width: fact.width
                }
            }
        }
    }
    Words {
        visible: StopPage.artifacts.length > 0
        //: Heading over the objects that belong to a stop, as the museum's catalogue names them
        text: qsTr("In the catalogue")
        asTitle: true
        size: Face.lead
        width: parent.width
    }
    Repeater {
        model: StopPage.artifacts
        Column {
            id: thing
            required property var modelData
            width: facts.width
            spacing: Space.hair
            Words {
                text: thing.modelData.name
                visible: text !== ""
                width: parent.width
            }
            Words {
                text: thing.modelData.description
                visible: text !== ""
                size: Face.small
                color: Colour.muted
                width: parent.width
            }
            Words {
                visible: thing.modelData.number !== ""
                //: An object's number in the museum's catalogue
                text: qsTr("Number %1").arg(thing.modelData.number)
                size: Face.small
                color: Colour.muted
                width: parent.width
            }
        }
    }
    Words {
        visible: StopPage.publisher !== ""
        //: Who publishes the content
        text: qsTr("Published by %1").arg(StopPage.publisher)
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    Words {
        visible: StopPage.reviewed_on !== ""
        //: When the content was last checked; a date follows
        text: qsTr("Last checked on %1").arg(facts.day(StopPage.reviewed_on))
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    Repeater {
        model: StopPage.credits
        Words {
            required property string modelData
            text: modelData
            size: Face.small
            color: Colour.muted
            width: facts.width
        }
    }

    function day(iso: string): string {
        const date = Date.fromLocaleString(Qt.locale("C"), iso, "yyyy-MM-dd");
        return isNaN(date) ? iso : date.toLocaleDateString(Qt.locale(Look.language), Locale.LongFormat);
    }
}
