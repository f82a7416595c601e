pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// Another site: its name, how far it is, and whether it is open. Nothing to touch: it is not on this device.
Column {
    id: row

    required property var place

    objectName: "nearby-" + place.id
    spacing: Space.hair

    Words {
        text: row.place.name
        asTitle: true
        size: Face.lead
        width: parent.width
    }
    Words {
        objectName: "nearby-line"
        visible: text !== ""
        text: [row.far(), row.hours(), row.differs()].filter(part => part !== "").join(" · ")
        size: Face.small
        color: Colour.accent
        width: parent.width
    }
    Words {
        visible: row.place.lesser_known
        //: Beside a site to which few people go
        text: qsTr("Less known than it deserves")
        size: Face.small
        width: parent.width
    }
    Words {
        text: row.place.summary
        visible: text !== ""
        size: Face.small
        color: Colour.muted
        width: parent.width
    }

    function far(): string {
        const metres = place.metres;
        if (metres < 0)
            return "";
        if (place.on_foot)
            return metres < 950
                //: A way on foot that was measured, in metres
                ? qsTr("%1 m on foot").arg(Look.number(Math.round(metres / 10) * 10))
                //: A way on foot that was measured, in kilometres
                : qsTr("%1 km on foot").arg(Look.digits((metres / 1000).toFixed(1)));
        return metres < 950
            //: A distance in metres
            ? qsTr("about %1 m").arg(Look.number(Math.round(metres / 50) * 50))
            //: A distance in kilometres
            : qsTr("about %1 km").arg(Look.digits((metres / 1000).toFixed(1)));
    }
    function hours(): string {
        const open = place.state === "open";
        if (place.state === "")
            return "";
        if (place.at === "")
            //: Beside a site; when it closes is not known, or it never does
            return open ? qsTr("open")
            //: Beside a site; when it opens is not known
                : qsTr("closed now");
        const at = Look.digits(place.at);
        if (place.day < 0)
            //: Beside a site; %1 is a time of today, for example 17:00
            return open ? qsTr("open until %1").arg(at)
            //: Beside a site; %1 is a time of today, for example 10:00
                : qsTr("closed now, opens at %1").arg(at);
        const day = Qt.locale(Look.language).standaloneDayName(place.day, Locale.LongFormat);
        //: Beside a site; %1 is a day of the week, %2 a time
        return open ? qsTr("open until %1, %2").arg(day).arg(at)
        //: Beside a site; %1 is a day of the week, %2 a time
            : qsTr("closed now, opens on %1 at %2").arg(day).arg(at);
    }
    function differs(): string {
        return place.differs
            //: After opening hours that are others on public holidays, which this device does not know
            ? qsTr("other hours on public holidays") : "";
    }
}
