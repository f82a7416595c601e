pragma Singleton
import QtQuick
import HeritageKiosk

QtObject {
    readonly property int brief: Look.reduced_motion ? 0 : 160
    readonly property int usual: Look.reduced_motion ? 0 : 200
    readonly property int grand: Look.reduced_motion ? 0 : 240
    // Only the attract pictures take longer: nobody waits for them.
    readonly property int slow: Look.reduced_motion ? 0 : 1600
}
