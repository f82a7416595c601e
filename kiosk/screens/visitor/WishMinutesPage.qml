pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// How much time there is, and honestly what it holds here.
QuestionPage {
    id: page

    readonly property bool abreast: Format.landscape && Look.text_scale < 1.2

    number: 3
    //: The last of three questions that make a tour fit the visitor
    question: qsTr("How much time do you have?")

    GridLayout {
        width: parent.width
        columns: page.abreast ? 2 : 1
        columnSpacing: Space.base
        rowSpacing: Space.base
        Repeater {
            model: Expectations.spans
            WishCard {
                required property var modelData
                objectName: "minutes-" + modelData.minutes
                text: qsTr("%1 min").arg(Look.number(modelData.minutes))
                detail: page.tell(modelData)
                example: page.name(modelData)
                glyph: "clock"
                checked: WishDialogue.minutes === modelData.minutes
                Accessible.role: Accessible.RadioButton
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: WishDialogue.choose_minutes(modelData.minutes)
            }
        }
        WishCard {
            objectName: "minutes-0"
            //: Answer to "How much time do you have?"
            text: qsTr("As long as I like")
            glyph: "heart"
            checked: WishDialogue.timed && WishDialogue.minutes === 0
            Accessible.role: Accessible.RadioButton
            Layout.fillWidth: true
            Layout.columnSpan: page.abreast ? 2 : 1
            onClicked: WishDialogue.choose_minutes(0)
        }
    }
    ExpectNotes { width: parent.width }

    function tell(span: var): string {
        if (!span.known)
            return "";
        if (span.shut)
            return qsTr("Closed today");
        if (span.many === 0)
            //: What a span of time holds at this site
            return qsTr("Too short for a stop and the way to it");
        const stops = span.whole && span.many > 1 ? all(span)
            : span.few === span.many || span.few < 1
            ? count(span.many)
            //: What a span of time holds: about %1 to %2 stops
            : qsTr("About %1 to %2 stops").arg(Look.number(span.few)).arg(Look.number(span.many));
        return span.metres < 0 ? stops
            //: What a span of time holds: a number of stops, then so many metres
            : qsTr("%1 · %2 m on foot").arg(stops).arg(Look.number(span.metres));
    }
    function all(span: var): string {
        return span.lingers
            //: What a span of time holds: every stop that can be seen, and more time than that takes
            ? qsTr("Every stop, with time to linger")
            //: What a span of time holds: every stop that can be seen, for most visitors
            : span.few === span.many ? qsTr("Every stop")
            //: What a span of time holds: %1 stops for the slowest, every stop for the quickest
            : qsTr("%1 stops to every stop").arg(Look.number(span.few));
    }
    function count(stops: int): string {
        return stops === 1
            //: What a span of time holds
            ? qsTr("About one stop")
            //: What a span of time holds: about so many stops
            : Look.digits(qsTr("About %n stops", "", stops));
    }
    function name(span: var): string {
        if (span.names.length === 0)
            return "";
        //: Between the names of stops
        const names = span.names.join(qsTr(", "));
        return span.adds
            //: Names of stops that there is time for besides those of a shorter time
            ? qsTr("also %1").arg(names)
            //: Names of stops that there is time for
            : qsTr("for example %1").arg(names);
    }
}
