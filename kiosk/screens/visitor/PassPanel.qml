pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// The visit pass over the last page: its code to be photographed, and in words what is in it.
Rectangle {
    id: panel

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
                    //: What the visit pass is for
                    text: qsTr("Show it at your next visit, here or at another site: the guide is then set up as you like it.")
                    Layout.fillWidth: true
                }
                Words {
                    //: Heading over what is in the visit pass
                    text: qsTr("In the pass")
                    color: Colour.muted
                    Layout.fillWidth: true
                }
                Words {
                    objectName: "pass-words"
                    text: panel.contents().join("\n")
                    Layout.fillWidth: true
                }
                Words {
                    //: What is not in the visit pass, and where it is kept
                    text: qsTr("No name, no account. It is nowhere but in your photograph; this device forgets it.")
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

    function contents(): var {
        //: In the visit pass: the visitor's language
        const lines = [qsTr("Language: %1").arg(PassToTake.language)];
        //: In the visit pass: how many stops were seen, at all sites together
        lines.push(qsTr("Stops seen: %1").arg(Look.number(PassToTake.stops)));
        if (PassToTake.interests.length > 0)
            //: In the visit pass: words for what the visitor stayed with, separated by commas
            lines.push(qsTr("You stayed with: %1").arg(PassToTake.interests.join(", ")));
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
