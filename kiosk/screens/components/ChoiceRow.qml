pragma ComponentBehavior: Bound
import QtQuick
import "../design"

// One of a few, each in words.
Column {
    id: choice

    property string title
    property var options: []
    property string chosen
    // Where there is little room its choices say enough.
    property bool compact: false
    signal picked(key: string)

    spacing: Space.tight

    Words {
        visible: !choice.compact
        text: choice.title
        color: Colour.muted
        width: parent.width
    }
    Flow {
        width: parent.width
        spacing: Space.tight
        Repeater {
            model: choice.options
            TextButton {
                required property var modelData
                objectName: "choice-" + modelData.key
                text: modelData.word
                primary: modelData.key === choice.chosen
                checked: primary
                leftPadding: Space.base
                Accessible.role: Accessible.RadioButton
                onClicked: choice.picked(modelData.key)
            }
        }
    }
}
