pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// Above the foot, while there is something to decide about the voice: the headphones are out, it went on where it was left,
// or more of the stop may follow. One at a time, the most urgent first.
Rectangle {
    id: note

    readonly property string about: NarrationBar.remark === "unplugged" ? "unplugged"
        : SoundShow.unplugged ? "sound"
        : GoingOn.offer !== "" && VisitFlow.page === "stop" ? "more"
        : NarrationBar.resumed && VisitFlow.page === "stop" ? "resumed" : ""

    visible: about !== ""
    implicitHeight: about === "" ? 0 : row.implicitHeight + 2 * Space.tight
    color: Colour.raised

    Hairline { width: parent.width }

    Flow {
        id: row
        x: Space.base
        y: Space.tight
        width: parent.width - 2 * Space.base
        spacing: Space.tight

        Item {
            readonly property real beside: row.width - answers.width - row.spacing
            width: beside > Math.min(row.width, 10 * Face.body) ? beside : row.width
            implicitHeight: Math.max(said.implicitHeight, beside > 10 * Face.body ? answers.implicitHeight : 0)
            height: implicitHeight

            Words {
                id: said
                objectName: "voice-note"
                width: parent.width
                anchors.verticalCenter: parent.verticalCenter
                text: note.words()
            }
        }
        Flow {
            id: answers
            // As wide as its buttons where there is room for them in a row.
            readonly property real wanted: again.width + more.width + less.width + words.width + 3 * spacing
            width: Math.min(row.width, wanted)
            spacing: Space.tight

            TextButton {
                id: again
                objectName: "begin-again"
                visible: note.about === "resumed"
                width: visible ? implicitWidth : 0
                //: Tells the story from its beginning, after it went on where the visitor had left it
                text: qsTr("From the beginning")
                onClicked: NarrationBar.begin_again()
            }
            TextButton {
                id: more
                objectName: "tell-more"
                visible: note.about === "more"
                width: visible ? implicitWidth : 0
                //: Goes on with a longer text of the same stop
                text: qsTr("Tell me more")
                primary: true
                onClicked: GoingOn.tell_more()
            }
            TextButton {
                id: less
                objectName: "tell-no-more"
                visible: note.about === "more"
                width: visible ? implicitWidth : 0
                //: Takes the offer of a longer text of the same stop away
                text: qsTr("Not now")
                onClicked: GoingOn.decline()
            }
            TextButton {
                id: words
                objectName: "to-the-words"
                visible: note.about === "unplugged" && VisitFlow.page !== "stop"
                width: visible ? implicitWidth : 0
                //: Leads back to the text of the story, when the headphones are out
                text: qsTr("Read the words")
                glyph: "transcript"
                onClicked: VisitFlow.return_to_stop()
            }
        }
    }
    onAboutChanged: {
        if (about !== "")
            Qt.callLater(note.tell);
    }

    // Said to whoever does not see it; that a story goes on where it was left is heard.
    function tell() {
        said.Accessible.announce(said.text);
        if (about !== "resumed")
            SelfVoice.announce(said.text);
    }
    function words(): string {
        switch (about) {
        case "unplugged":
            //: After the headphones were pulled out and the voice has paused
            return qsTr("The headphones are out. Touch Play to go on.");
        case "sound":
            //: After the headphones were pulled out while a sound of the stop, which is no speech, was heard
            return qsTr("The headphones are out. Touch the sound to go on.");
        case "resumed":
            //: When a story is told on from where the visitor had left it
            return qsTr("It goes on where you left it.");
        case "more":
            return GoingOn.seconds_left > 0
                //: A longer text of the stop is about to begin: its name, its length, and in how many seconds; any touch stops it
                ? qsTr("%1 (%2) follows in %3 s. Touch the screen to stop.").arg(depths.word(GoingOn.offer))
                    .arg(depths.time(GoingOn.amount, GoingOn.unit)).arg(Look.number(GoingOn.seconds_left))
                //: A longer text of the stop is on offer: its name and its length
                : qsTr("There is more: %1 (%2)").arg(depths.word(GoingOn.offer))
                    .arg(depths.time(GoingOn.amount, GoingOn.unit));
        default:
            return "";
        }
    }

    DepthWords { id: depths }
}
