pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk

// The plain words for a sound of a stop, and for how long it takes.
QtObject {
    function name(sound: var): string {
        if (sound.title !== "")
            return sound.title;
        return sound.kind === "music"
            //: A sound of a stop without a title of its own: music
            ? qsTr("Music")
            //: A sound of a stop without a title of its own: what is heard at the place
            : qsTr("Sounds of this place");
    }
    function time(sound: var): string {
        if (sound.loops)
            //: Of a sound that has no end of its own
            return qsTr("It goes on until you stop it.");
        return sound.unit === "s"
            //: A length in seconds
            ? qsTr("%1 s").arg(Look.number(sound.amount))
            //: A length in minutes
            : qsTr("%1 min").arg(Look.number(sound.amount));
    }
    function tell(sound: var): string {
        return [time(sound), sound.description].filter(part => part !== "").join(" ");
    }
}
