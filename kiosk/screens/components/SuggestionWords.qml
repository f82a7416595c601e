import QtQuick
import HeritageKiosk

// Why a stop is suggested, in the visitor's words: the reason, the floor where it is another, about how far.
QtObject {
    function remark(card: var): string {
        const said = [reason(card)];
        if (card.floor !== "")
            //: Part of a reason: the stop is on another floor of the building; %1 is its name, for example "Upper floor"
            said.push(qsTr("On another floor: %1").arg(isolated(card.floor)));
        if (card.metres >= 0)
            // No line begins with the "m" of a distance.
            //: Part of a reason: about how far it is on foot in metres
            said.push(qsTr("about %1 m").arg(Look.number(Math.max(10, Math.round(card.metres / 10) * 10))).replace(/ /g, "\u00a0"));
        return said.join(" · ");
    }

    // What holds of a stop on another day too: not where it lies from here, nor its turn.
    function lasting(card: var): string {
        const passing = ["nearest", "next-in-order", "next-of-tour", "often-next", "not-yet-seen"];
        return passing.includes(card.reason) ? "" : reason(card);
    }

    function reason(card: var): string {
        switch (card.reason) {
        case "because-stayed":
            return card.because === "" ? unseen()
                //: Why a stop is suggested; %1 is the title of a stop that the visitor stayed with longer than others do
                : qsTr("Because you stayed with %1").arg(isolated(card.because));
        case "more-like":
            return card.because === "" ? unseen()
                //: Why a stop is suggested; %1 is the title of a stop of which the visitor asked for more like it
                : qsTr("More like %1").arg(isolated(card.because));
        case "your-interest":
            return card.because === "" ? unseen()
                //: Why a stop is suggested; %1 is a subject that the visitor chose, for example "Calligraphy"
                : qsTr("Because you chose %1").arg(isolated(card.because));
        case "new":
            return since(card.since);
        case "less-visited":
            //: Why a stop is suggested
            return qsTr("Few people see this");
        case "next-of-tour":
            //: Why a stop is suggested: it is the next one of the tour that the visitor follows
            return qsTr("Next in your tour");
        case "often-next":
            //: Why a stop is suggested: most visitors go there from this stop
            return qsTr("Where most go from here");
        case "much-visited":
            //: Why a stop is suggested
            return qsTr("Many come to see this");
        case "nearest":
            //: Why a stop is suggested
            return qsTr("The nearest you have not seen");
        case "next-in-order":
            //: Why a stop is suggested
            return qsTr("Follows in the curator's order");
        default:
            return unseen();
        }
    }

    function unseen(): string {
        //: Why a stop is suggested
        return qsTr("Not seen yet");
    }

    function since(iso: string): string {
        const day = Date.fromLocaleString(Qt.locale("C"), iso, "yyyy-MM-dd");
        if (isNaN(day))
            //: Why a stop is suggested: it has not been there for long
            return qsTr("New here");
        const month = Qt.locale(Look.language).standaloneMonthName(day.getMonth(), Locale.LongFormat);
        //: Why a stop is suggested; %1 is the month in which it could be seen first
        return qsTr("New since %1").arg(month);
    }

    // A title may run the other way than the sentence around it.
    function isolated(text: string): string {
        return "\u2068" + text + "\u2069";
    }
}
