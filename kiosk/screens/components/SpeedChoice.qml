pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk

// How fast the voice speaks: every speed is in sight.
ChoiceRow {
    //: Heading over the speeds of the voice
    title: qsTr("Speed")
    options: VoiceWishes.rates.map(rate => ({
        "key": String(rate),
        //: A speed of the voice; 1 is the usual one
        "word": qsTr("%1 ×").arg(Look.decimal(rate))
    }))
    chosen: String(VoiceWishes.rate_now)
    onPicked: key => VoiceWishes.choose_rate(Number(key))
}
