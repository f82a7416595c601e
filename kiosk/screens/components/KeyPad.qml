pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"

// Our own number pad. Digits are those of the language, in the order of every telephone; what erases and what
// opens change sides with the direction of the text. A keyboard's keys do the same, in any script.
ColumnLayout {
    id: pad

    property int key: Math.max(Space.target, Math.round((Format.landscape ? 60 : 72) * Face.large))

    // The number that was refused last, so that it is said once.
    property string refused: ""

    spacing: Space.base

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            NumberPad.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            NumberPad.go();
        else if (!NumberPad.press(event.text))
            return;
        event.accepted = true;
    }
    Connections {
        target: NumberPad
        function onChanged() {
            const refused = NumberPad.choices.length === 0 ? NumberPad.unknown : "";
            if (refused === pad.refused)
                return;
            pad.refused = refused;
            if (refused !== "") {
                NumberPad.say(unknown.text);
                unknown.Accessible.announce(unknown.text);
                SelfVoice.announce(unknown.text);
            }
        }
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: shown.implicitHeight + Space.snug * 2
        color: "transparent"
        Words {
            id: shown
            objectName: "typed"
            anchors.centerIn: parent
            text: NumberPad.typed === "" ? "–" : Look.digits(NumberPad.typed.toUpperCase())
            size: Face.title
            color: NumberPad.typed === "" ? Colour.muted : Colour.ink
            font.letterSpacing: 4
            wrapMode: Text.NoWrap
            //: Read aloud: what has been typed so far
            Accessible.name: qsTr("Number: %1").arg(text)
        }
        Hairline {
            anchors.bottom: parent.bottom
            width: parent.width
            color: Colour.edge
        }
    }
    Words {
        id: unknown
        visible: NumberPad.unknown !== "" && NumberPad.choices.length === 0
        objectName: "unknown-number"
        //: After a number that no stop here bears
        text: qsTr("No stop here has the number %1. Look at the label once more, or choose from all stops.").arg(Look.digits(NumberPad.unknown.toUpperCase()))
        color: Colour.accent
        Layout.fillWidth: true
    }
    GridLayout {
        columns: 3
        rowSpacing: Space.tight
        columnSpacing: Space.tight
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        Layout.fillWidth: true

        Repeater {
            model: 9
            KeyButton {
                required property int index
                digit: index + 1
                implicitHeight: pad.key
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: NumberPad.press(sign)
            }
        }
    }
    RowLayout {
        spacing: Space.tight
        Layout.topMargin: Space.tight - pad.spacing
        TextButton {
            objectName: "erase"
            //: Takes back the last digit typed
            text: qsTr("Erase")
            enabled: NumberPad.typed !== ""
            Layout.minimumHeight: pad.key
            leftPadding: Space.hair
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: NumberPad.erase()
        }
        KeyButton {
            digit: 0
            implicitHeight: pad.key
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: NumberPad.press(sign)
        }
        TextButton {
            objectName: "open-number"
            //: Opens the stop whose number was typed; short, on a key
            text: qsTr("Open")
            primary: true
            enabled: NumberPad.typed !== ""
            Layout.minimumHeight: pad.key
            leftPadding: Space.hair
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: NumberPad.go()
        }
    }
    // Only where a site has numbers such as 12a.
    GridLayout {
        visible: NumberPad.letters.length > 0
        columns: Math.min(4, Math.max(1, NumberPad.letters.length))
        rowSpacing: Space.tight
        columnSpacing: Space.tight
        Layout.fillWidth: true
        Layout.topMargin: Space.tight - pad.spacing
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        Repeater {
            model: NumberPad.letters
            KeyButton {
                required property string modelData
                letter: modelData
                implicitHeight: pad.key
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: NumberPad.press(sign)
            }
        }
    }
}
