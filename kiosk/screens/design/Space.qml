pragma Singleton
import QtQuick

QtObject {
    readonly property int hair: 4
    readonly property int tight: 8
    readonly property int snug: 12
    readonly property int base: 16
    readonly property int roomy: 24
    readonly property int wide: 32
    readonly property int broad: 48
    readonly property int vast: 64

    readonly property int radius: 6
    readonly property int target: Math.round(60 * Math.max(1, Format.unit))
    readonly property int margin: Format.kiosk ? vast : Format.landscape ? broad : wide
}
