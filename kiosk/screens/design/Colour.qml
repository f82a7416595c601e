pragma Singleton
import QtQuick
import HeritageKiosk

// Three lights: the dark gallery, outdoors, and high contrast; and the staff's own. Every pair of ink and surface passes
// 4.5:1 (7:1 in contrast and for staff).
QtObject {
    readonly property bool outdoors: Look.theme === "outdoors"
    readonly property bool contrast: Look.theme === "contrast"
    readonly property bool staff: Look.theme === "staff"

    readonly property color surface: Look.surface
    readonly property color raised: staff ? "#ffffff" : contrast ? "#000000" : outdoors ? "#f1ebdf" : "#211e18"
    readonly property color pressed: staff ? "#dae3ee" : contrast ? "#333333" : outdoors ? "#e4dbc9" : "#322d25"
    readonly property color line: staff ? "#c6d0db" : contrast ? "#ffffff" : outdoors ? "#d3c8b4" : "#3b352b"
    readonly property color edge: staff ? "#66737f" : contrast ? "#ffffff" : outdoors ? "#857a66" : "#857b6b"
    readonly property color ink: staff ? "#10161d" : contrast ? "#ffffff" : outdoors ? "#1c1915" : "#f4efe5"
    readonly property color muted: staff ? "#414c58" : contrast ? "#ffffff" : outdoors ? "#5b5346" : "#b9b0a1"
    readonly property color accent: Look.accent
    readonly property color inkOnAccent: Look.ink_on_accent
    // What went well and what did not, beside its words; staff only.
    readonly property color good: "#0d5428"
    readonly property color bad: "#8c1a0c"
    readonly property color band: "#14304f"
    readonly property color inkOnBand: "#ffffff"
    // Over a live picture, whatever the light: always dark.
    readonly property color veil: contrast ? "#000000" : outdoors ? "#a8fbf8f2" : "#b8100e0b"
}
