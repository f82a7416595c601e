pragma Singleton
import QtQuick
import HeritageKiosk

QtObject {
    readonly property int brief: Look.reduced_motion ? 0 : 160
    readonly property int usual: Look.reduced_motion ? 0 : 200
    readonly property int grand: Look.reduced_motion ? 0 : 240
    // A text that follows the voice goes slower than a page: it is being read.
    readonly property int follow: Look.reduced_motion ? 0 : 600
    // Only the attract pictures take longer: nobody waits for them.
    readonly property int slow: Look.reduced_motion ? 0 : 1600
}
