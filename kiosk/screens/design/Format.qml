pragma Singleton
import QtQuick

// The three shapes of screen. Main sets the size; everything else reads it.
QtObject {
    property real width: 1280
    property real height: 800
    // How much of a stop's words something lies over that asks to be decided.
    property real covered: 0
    // The same for the caption of what is told where the words do not show it.
    property real captioned: 0

    readonly property bool landscape: width > height
    readonly property bool kiosk: !landscape && height >= 1500
    readonly property bool portrait: !landscape && !kiosk
    // A kiosk is looked at from further away.
    readonly property real unit: kiosk ? 1.3 : 1
}
