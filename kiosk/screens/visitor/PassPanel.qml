pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// The visit pass over the last page: its code to be photographed, and in words what is in it.
Rectangle {
    id: panel

    //: What the visit pass is for
    readonly property string purpose: qsTr("Show it at your next visit, here or at another site: the guide is then set up as you like it.")
    //: Heading over what is in the visit pass
    readonly property string heading: qsTr("In the pass")
    //: When the visit pass ends
    readonly property string lasting: qsTr("The pass has no last day.")

    color: Colour.surface
    focus: true
    Keys.onEscapePressed: PassToTake.put_away()

    // What lies below is not touched through it.
    MouseArea { anchors.fill: parent }

    ScrollArea {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: bar.top }
        inset: Space.margin
        centred: true
        spacing: Space.base

        GridLayout {
            width: parent.width
            columns: Format.landscape ? 2 : 1
            columnSpacing: Space.vast
            rowSpacing: Space.roomy

            // Black on white in any light, with its white border: phones read no other.
            Rectangle {
                objectName: "pass-code"
                color: "#ffffff"
                radius: Space.radius
                implicitWidth: Math.round(Math.min(panel.height * 0.68, panel.width * (Format.landscape ? 0.42 : 0.8)))
                implicitHeight: implicitWidth
                Layout.alignment: Qt.AlignHCenter | Qt.AlignTop
                Accessible.role: Accessible.Graphic
                //: Says what the picture of the visit pass is, to those who do not see it
                Accessible.name: qsTr("The code of your visit pass")
                Image {
                    anchors.fill: parent
                    anchors.margins: Space.tight
                    source: PassToTake.picture
                    fillMode: Image.PreserveAspectFit
                    smooth: false
                    cache: false
                    asynchronous: false
                }
            }
            ColumnLayout {
                spacing: Space.base
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                Words {
                    //: Title of the panel with the visit pass
                    text: qsTr("Take a photograph of this code")
                    asTitle: true
                    size: Face.title
                    Layout.fillWidth: true
                }
                Words {
                    text: panel.purpose
                    Layout.fillWidth: true
                }
                TextButton {
                    objectName: "pass-print"
                    visible: PassPaper.offered
                    enabled: PassPaper.ready
                    text: PassPaper.state === "printing"
                        //: On the button that prints the visit pass, while it is printed
                        ? qsTr("Printing")
                        : PassPaper.state === "printed"
                        //: Prints the visit pass on another paper
                        ? qsTr("Print another")
                        //: Prints the visit pass on paper
                        : qsTr("Print it")
                    Layout.fillWidth: true
                    onClicked: PassPaper.print_out(panel.paper())
                }
                Words {
                    id: printed
                    objectName: "pass-print-said"
                    visible: text !== ""
                    text: panel.said(PassPaper.state)
                    color: PassPaper.state === "failed" ? Colour.accent : Colour.ink
                    Layout.fillWidth: true
                    onTextChanged: {
                        if (printed.text === "")
                            return;
                        printed.Accessible.announce(printed.text);
                        SelfVoice.announce(printed.text);
                    }
                }
                Words {
                    text: panel.heading
                    color: Colour.muted
                    Layout.fillWidth: true
                }
                Words {
                    objectName: "pass-words"
                    text: panel.contents(Look.number(PassToTake.stops)).join("\n")
                    Layout.fillWidth: true
                }
                Words {
                    objectName: "pass-end"
                    text: panel.lasting + " " + (PassPaper.offered
                        //: What is not in the visit pass, and where it is kept
                        ? qsTr("No name, no account. It is nowhere but in your photograph or on your paper; this device forgets it.")
                        //: What is not in the visit pass, and where it is kept
                        : qsTr("No name, no account. It is nowhere but in your photograph; this device forgets it."))
                    size: Face.small
                    color: Colour.muted
                    Layout.fillWidth: true
                }
            }
        }
    }
    Rectangle {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: away.height + 2 * Space.base
        color: Colour.surface
        Hairline { width: parent.width }
        TextButton {
            id: away
            objectName: "pass-away"
            //: Puts the visit pass away after it was photographed
            text: qsTr("I have it")
            primary: true
            width: Math.min(parent.width - 2 * Space.margin, Math.max(implicitWidth, 360 * Format.unit))
            anchors.centerIn: parent
            onClicked: PassToTake.put_away()
        }
    }

    DepthWords { id: depths }

    // What the paper says; how many stops it holds is known when its width is.
    function paper(): var {
        return {
            //: Title of the visit pass on paper
            "title": qsTr("Your visit pass"),
            "above": purpose,
            "heading": heading,
            "contents": contents("%1"),
            //: On the paper with the visit pass: what is not in it, and where it is kept
            "below": [lasting, qsTr("No name, no account. It is nowhere but on this paper.")]
        };
    }
    function said(state: string): string {
        switch (state) {
        case "printing":
            //: While the visit pass is printed
            return qsTr("The paper is on its way.");
        case "printed":
            //: The visit pass was printed
            return qsTr("Your paper is at the printer. Take it with you.");
        case "failed":
            //: The visit pass could not be printed
            return qsTr("The printer gives no paper just now. Take a photograph of the code instead.");
        default:
            return "";
        }
    }
    function contents(stops: string): var {
        //: In the visit pass: the visitor's language
        const lines = [qsTr("Language: %1").arg(PassToTake.language)];
        //: In the visit pass: how much the visitor wants to be told, for example "The story"
        lines.push(qsTr("Told: %1").arg(depths.word(PassToTake.depth)));
        //: In the visit pass: how many stops were seen, at all sites together
        lines.push(qsTr("Stops seen: %1").arg(stops));
        if (PassToTake.interests.length > 0)
            //: In the visit pass: words for what the visitor stayed with, and what stands between them
            lines.push(qsTr("You stayed with: %1").arg(PassToTake.interests.join(qsTr(", "))));
        for (const wish of PassToTake.access)
            lines.push(word(wish));
        return lines;
    }
    function word(wish: string): string {
        switch (wish) {
        case "text":
            //: In the visit pass: a setting
            return qsTr("Larger text");
        case "contrast":
            //: In the visit pass: a setting
            return qsTr("High contrast");
        case "captions-off":
            //: In the visit pass: a setting
            return qsTr("No captions");
        case "captions-large":
            //: In the visit pass: a setting
            return qsTr("Large captions");
        case "self-voicing":
            //: In the visit pass: a setting
            return qsTr("The screen read aloud");
        case "speed":
            //: In the visit pass: a setting
            return qsTr("Another speed of the voice");
        default:
            //: In the visit pass: a setting; after a story nothing more follows by itself
            return qsTr("Stop after each story");
        }
    }
}
