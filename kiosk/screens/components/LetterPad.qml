pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// Our own letters, for writing and searching on a device without a keyboard: they go into `field` (a TextField or
// TextArea) at its cursor, as if they had been typed. The rows stand as on any keyboard, whatever way the page runs.
Column {
    id: pad

    required property var field
    property string language: Look.language
    // Whether a text begins with a capital where the script has some.
    property bool capitals: false
    readonly property var scripts: Letters.scripts(language)
    property int turn: 0
    readonly property string script: scripts[turn % scripts.length]
    readonly property string nextScript: scripts[(turn + 1) % scripts.length]
    property string sheet: "base"
    readonly property var rows: Letters.rows(script, sheet)
    readonly property int most: Math.max(10, ...rows.map(row => row.length))
    readonly property real keyWidth: Math.floor((width - (most - 1) * spacing) / most)
    signal typed()

    function begin(): void {
        sheet = capitals && script === "latin" && field.text === "" ? "shift" : "base";
    }
    function write(sign: string): void {
        if (field.selectedText !== "")
            field.remove(field.selectionStart, field.selectionEnd);
        field.insert(field.cursorPosition, sign);
        if (sheet !== "signs")
            sheet = "base";
        typed();
    }
    function erase(): void {
        const end = field.selectedText !== "" ? field.selectionEnd : field.cursorPosition;
        let start = field.selectedText !== "" ? field.selectionStart : end - 1;
        if (start < 0)
            return;
        // Half of a sign from beyond the first 65,536 is no sign.
        if (field.selectedText === "" && start > 0 && /[\uDC00-\uDFFF]/.test(field.text[start]))
            start -= 1;
        field.remove(start, end);
        typed();
    }

    spacing: Space.tight
    objectName: "letter-pad"
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Component.onCompleted: begin()
    onScriptChanged: sheet = "base"

    Repeater {
        model: pad.rows
        Row {
            id: row
            required property var modelData
            LayoutMirroring.enabled: false
            spacing: pad.spacing
            anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
            Repeater {
                model: row.modelData
                LetterKey {
                    required property var modelData
                    objectName: "letter-" + modelData.sign
                    tag: modelData.tag
                    text: modelData.face
                    width: pad.keyWidth
                    onClicked: pad.write(modelData.sign)
                }
            }
        }
    }
    Flow {
        width: parent.width
        spacing: pad.spacing
        Repeater {
            model: Letters.layers(pad.script, pad.sheet)
            LetterKey {
                required property var modelData
                objectName: "layer-" + modelData.layer
                tag: modelData.tag
                text: modelData.face
                wide: true
                onClicked: pad.sheet = modelData.layer
            }
        }
        // A key is made anew with its letters: no font meets another script's.
        Repeater {
            model: pad.scripts.length > 1 ? [Letters.own_name(pad.nextScript)] : []
            LetterKey {
                required property var modelData
                objectName: "other-script"
                tag: modelData.tag
                text: modelData.face
                wide: true
                onClicked: pad.turn += 1
            }
        }
        LetterKey {
            objectName: "letter-space"
            //: The key that puts a space between words
            text: qsTr("Space")
            wide: true
            width: Math.max(implicitWidth, Math.round(pad.width * 0.24))
            onClicked: pad.write(" ")
        }
        LetterKey {
            objectName: "letter-erase"
            //: The key that takes back the last letter
            text: qsTr("Erase")
            wide: true
            width: Math.max(implicitWidth, Math.round(pad.width * 0.16))
            enabled: pad.field.text !== ""
            autoRepeat: true
            onClicked: pad.erase()
        }
    }
}
