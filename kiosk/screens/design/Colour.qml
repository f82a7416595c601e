pragma Singleton
import QtQuick
import HeritageKiosk

// Three lights: the dark gallery, outdoors, and high contrast. Every pair of ink and surface passes 4.5:1 (7:1 in contrast).
QtObject {
    readonly property bool outdoors: Look.theme === "outdoors"
    readonly property bool contrast: Look.theme === "contrast"

    readonly property color surface: Look.surface
    readonly property color raised: contrast ? "#000000" : outdoors ? "#f1ebdf" : "#211e18"
    readonly property color pressed: contrast ? "#333333" : outdoors ? "#e4dbc9" : "#322d25"
    readonly property color line: contrast ? "#ffffff" : outdoors ? "#d3c8b4" : "#3b352b"
    readonly property color edge: contrast ? "#ffffff" : outdoors ? "#857a66" : "#857b6b"
    readonly property color ink: contrast ? "#ffffff" : outdoors ? "#1c1915" : "#f4efe5"
    readonly property color muted: contrast ? "#ffffff" : outdoors ? "#5b5346" : "#b9b0a1"
    readonly property color accent: Look.accent
    readonly property color inkOnAccent: Look.ink_on_accent
    // Over a live picture, whatever the light: always dark.
    readonly property color veil: contrast ? "#000000" : outdoors ? "#a8fbf8f2" : "#b8100e0b"
}
