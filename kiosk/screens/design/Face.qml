pragma Singleton
import QtQuick
import HeritageKiosk

// Five sizes. Text grows by the visitor's scale; the two large ones grow by less, since they are large already.
QtObject {
    readonly property real text: Look.text_scale * Format.unit
    readonly property real large: (1 + (Look.text_scale - 1) * 0.45) * Format.unit

    readonly property int small: Math.round(16 * text)
    readonly property int body: Math.round(20 * text)
    readonly property int lead: Math.round(26 * (0.4 * text + 0.6 * large))
    readonly property int title: Math.round(42 * large)
    readonly property int display: Math.round(64 * large)

    readonly property real leading: Look.tall_script ? 1.7 : 1.5
    readonly property real titleLeading: Look.tall_script ? 1.45 : 1.16
    readonly property string titleFamily: Look.title_family
    readonly property string textFamily: Look.text_family
}
