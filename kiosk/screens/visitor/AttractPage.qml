pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"
import "../components"

// Slow pictures, one sentence in each language in turn. Touch anywhere.
T.AbstractButton {
    id: attract

    property int picture: 0
    property int sentence: 0
    // Beside the words where the screen is wide, above them where it is tall: tall pictures keep their heads either way.
    readonly property bool wide: Format.landscape
    // The same for every language, so that the picture keeps its size: a line each, two for the sentence.
    readonly property int panel: wide ? height : 2 * Space.margin + 2 * Space.snug
        + Math.round(Face.body * 1.7 + Face.lead * 1.7 + Face.display * 1.45 * 2)
    readonly property int pictureWidth: wide ? Math.round(width * 0.58) : width
    readonly property var said: Attract.sentences[sentence % Math.max(1, Attract.sentences.length)]

    objectName: "attract"
    Keys.onReturnPressed: attract.click()
    Keys.onEnterPressed: attract.click()
    text: said ? said.invitation : ""
    onClicked: VisitFlow.begin()

    Timer {
        interval: 9000
        running: Attract.pictures.length > 1 || Attract.sentences.length > 1
        repeat: true
        onTriggered: {
            attract.picture += 1;
            words.opacity = 0;
            turn.restart();
        }
    }
    Timer {
        id: turn
        interval: Motion.slow / 2
        onTriggered: {
            attract.sentence += 1;
            words.opacity = 1;
        }
    }

    background: Item {
        Repeater {
            model: 2
            Picture {
                required property int index
                readonly property bool shown: attract.picture % 2 === index
                width: attract.pictureWidth
                height: attract.wide ? parent.height : parent.height - attract.panel
                thrifty: true
                // Only the picture that comes next is decoded; the one that goes keeps its own until it is gone.
                source: {
                    const turn = attract.picture + (shown ? 0 : opacity > 0.01 ? -1 : 1);
                    const all = Attract.pictures;
                    return all.length === 0 ? "" : all[Math.max(0, turn) % all.length];
                }
                opacity: shown ? 1 : 0
                visible: opacity > 0
                Behavior on opacity { NumberAnimation { duration: Motion.slow; easing.type: Easing.InOutSine } }
            }
        }
        // Words stand on a ground of their own, never on the picture.
        Rectangle {
            anchors { right: parent.right; bottom: parent.bottom }
            width: attract.wide ? parent.width - attract.pictureWidth : parent.width
            height: attract.panel
            color: Colour.surface
            Rectangle {
                width: attract.wide ? 2 : parent.width
                height: attract.wide ? parent.height : 2
                color: Colour.accent
            }
        }
    }
    contentItem: Item {
        Item {
            id: words
            readonly property int inset: attract.wide ? Space.wide : Space.margin
            x: attract.wide ? attract.pictureWidth + inset : inset
            y: parent.height - height - inset
            width: parent.width - x - inset
            height: attract.panel - 2 * inset
            Behavior on opacity { NumberAnimation { duration: Motion.slow / 2; easing.type: Easing.InOutSine } }

            LayoutMirroring.enabled: attract.said ? Look.runs_right_to_left(attract.said.tag) : false
            LayoutMirroring.childrenInherit: true

            Column {
                width: parent.width
                anchors.verticalCenter: parent.verticalCenter
                spacing: Space.snug
                Words {
                    text: attract.said ? attract.said.site : ""
                    tag: attract.said ? attract.said.tag : ""
                    visible: text !== ""
                    color: Colour.muted
                    width: parent.width
                    horizontalAlignment: Text.AlignLeft
                }
                Words {
                    objectName: "attract-sentence"
                    text: attract.said ? attract.said.sentence : ""
                    tag: attract.said ? attract.said.tag : ""
                    asTitle: true
                    size: Face.display
                    width: parent.width
                    horizontalAlignment: Text.AlignLeft
                }
                Words {
                    text: attract.said ? attract.said.invitation : ""
                    tag: attract.said ? attract.said.tag : ""
                    size: Face.lead
                    color: Colour.accent
                    width: parent.width
                    horizontalAlignment: Text.AlignLeft
                }
            }
        }
    }
}
