pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// One large line over the camera's picture: what would help to read the code in view. Gone when nothing would.
Rectangle {
    id: line

    property string hint: ""

    visible: hint !== ""
    implicitHeight: words.implicitHeight + 2 * Space.snug
    color: "#e0100e0b"

    Words {
        id: words
        objectName: "hint"
        anchors.centerIn: parent
        width: parent.width - 2 * Space.base
        text: line.wording(line.hint)
        size: Face.title
        lineHeight: Math.round(Face.title * (tall ? 1.45 : 1.2))
        font.weight: Font.DemiBold
        color: "#ffffff"
        horizontalAlignment: Text.AlignHCenter
        // Whoever holds a tablet at a wall hears it too, where a screen reader runs.
        onTextChanged: {
            if (words.text !== "")
                words.Accessible.announce(words.text);
                SelfVoice.announce(words.text);
        }
    }

    function wording(hint: string): string {
        switch (hint) {
        case "closer":
            //: Guidance over the camera's picture, large and short: the code is too small in it
            return qsTr("Come closer");
        case "farther":
            //: Guidance over the camera's picture, large and short: the code is too near
            return qsTr("A little farther");
        case "hold-still":
            //: Guidance over the camera's picture, large and short: the picture is blurred
            return qsTr("Hold still");
        case "more-light":
            //: Guidance over the camera's picture, large and short: it is too dark
            return qsTr("More light");
        case "less-glare":
            //: Guidance over the camera's picture, large and short: a lamp is mirrored in the label
            return qsTr("Tilt away from the lamp");
        default:
            return "";
        }
    }
}
