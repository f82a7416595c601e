pragma Singleton
import QtQuick
import HeritageKiosk

// Sizes in megabytes, times and dates in words.
QtObject {
    // What a slow stick reads in a second; hardly any is slower.
    readonly property real slowBytes: 15e6

    function size(bytes: real): string {
        if (bytes > 0 && bytes < 1e6)
            //: A size: some thousand bytes
            return qsTr("less than %1 MB").arg(Look.number(1));
        //: A size in megabytes
        return qsTr("%1 MB").arg(Look.number(Math.ceil(bytes / 1e6)));
    }
    function time(seconds: real): string {
        if (seconds < 10)
            //: A length of time
            return qsTr("a few seconds");
        if (seconds < 50)
            //: A length of time
            return qsTr("less than a minute");
        if (seconds < 90)
            //: A length of time
            return qsTr("about a minute");
        if (seconds < 5400)
            //: A length of time: two minutes or more
            return Look.digits(qsTr("about %n minutes", "", Math.round(seconds / 60)));
        //: A length of time: two hours or more
        return Look.digits(qsTr("about %n hours", "", Math.max(2, Math.round(seconds / 3600))));
    }
    // Longer lengths too, in days.
    function age(seconds: real): string {
        if (seconds < 172800)
            return time(seconds);
        //: A length of time: two days or more
        return Look.digits(qsTr("about %n days", "", Math.round(seconds / 86400)));
    }
    function copying(bytes: real): string {
        return time(bytes / slowBytes);
    }
    function date(iso: string): string {
        const date = new Date(iso);
        return isNaN(date.getTime()) ? iso : date.toLocaleDateString(Qt.locale(Look.language), Locale.LongFormat);
    }
    // Words that came from elsewhere, with the code to ask about where they lack it.
    function withCode(words: string, code: string): string {
        return code === "" || words.indexOf(code) >= 0 ? words : words + " [" + code + "]";
    }
}
