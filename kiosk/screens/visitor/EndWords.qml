pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The words of the keepsake.
Column {
    id: words

    spacing: Space.base

    Words {
        //: Title of the last page
        text: qsTr("Your visit")
        asTitle: true
        size: Face.title
        width: parent.width
    }
    Words {
        objectName: "summary"
        //: For example "3 of 10 stops"; after it come the minutes
        text: qsTr("%1 of %2 stops").arg(Look.number(Keepsake.stops_seen)).arg(Look.number(Keepsake.stops_in_all))
            + " · "
            //: How long the visit was
            + qsTr("%1 min").arg(Look.number(Keepsake.minutes))
        size: Face.lead
        width: parent.width
    }
    RatingRow {
        objectName: "rate-visit"
        visible: Keepsake.may_rate
        //: Asked on the last page; the answer is one to five stars
        question: qsTr("How was your visit?")
        given: Keepsake.rated
        width: parent.width
        onRated: stars => Keepsake.rate(stars)
    }
    TextButton {
        objectName: "take-pass"
        visible: PassToTake.offered
        //: Shows a code that carries the visitor's wishes to the next visit
        text: qsTr("Take a visit pass with you")
        glyph: "camera"
        leftPadding: Space.base
        width: parent.width
        onClicked: PassToTake.make()
    }
    Repeater {
        model: VoucherOffer.sites
        TextButton {
            required property var modelData
            objectName: "voucher-" + modelData.id
            //: Shows a code that the visitor can use at another heritage site; %1 is its name
            text: qsTr("Take a code for %1 with you").arg(modelData.name)
            glyph: "walk"
            leftPadding: Space.base
            width: words.width
            onClicked: VoucherOffer.make(modelData.id)
        }
    }
    Words {
        visible: Keepsake.longest.id !== ""
        //: Heading over the stop this visitor stayed with longest
        text: qsTr("You stayed longest with")
        color: Colour.muted
        width: parent.width
    }
    StopRow {
        visible: Keepsake.longest.id !== ""
        stop: Keepsake.longest
        remark: Keepsake.longest.minutes < 1 ? "" : qsTr("%1 min").arg(Look.number(Keepsake.longest.minutes))
        enabled: false
        width: parent.width
    }
    Words {
        visible: Keepsake.missed.length > 0
        //: Heading over stops this visitor did not open
        text: qsTr("For another time")
        color: Colour.muted
        width: parent.width
    }
    SuggestionWords { id: reasons }
    Repeater {
        model: Keepsake.missed
        StopRow {
            required property var modelData
            stop: modelData
            remark: reasons.lasting(modelData)
            enabled: false
            width: words.width
        }
    }
    Words {
        visible: text !== ""
        objectName: "hours"
        text: Keepsake.hours.map(rule => words.said(rule)).join("\n")
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    NearbyGroup {
        objectName: "end-nearby"
        //: Heading over other heritage sites near by
        title: qsTr("Near here")
        places: NearbySites.few
        width: parent.width
    }
    // One rule of the opening hours: the days, then the times.
    function said(rule: var): string {
        const names = rule.days.map(span => span.map(day => Qt.locale(Look.language).standaloneDayName(day % 7, Locale.LongFormat)));
        const days = names.map(span => span.join("–")).join(", ");
        const times = rule.sun
            //: Opening hours, after the days
            ? qsTr("from sunrise to sunset")
            : Look.digits(rule.times.map(span => span.join("–")).join(", "));
        return days === ""
            //: Opening hours of every day; the hours follow
            ? qsTr("Open daily %1").arg(times)
            //: Opening hours of some days; the days and their hours follow
            : qsTr("Open %1: %2").arg(days).arg(times);
    }
}
