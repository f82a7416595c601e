pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// Over everything while the screen is read aloud: a finger meets things instead of touching them, and a frame shows
// those who help what is being read. Touching twice touches; a swipe goes to the next thing or the one before.
Item {
    id: reader

    readonly property int swipe: 90
    readonly property int quick_ms: 350

    Component.onCompleted: SelfVoice.introduce(reader.help())

    Connections {
        target: SelfVoice
        function onMet(thing: var) {
            SelfVoice.say(reader.describe(thing), thing.language);
        }
        function onPage_met(page: var) {
            SelfVoice.say(reader.sum_up(page));
        }
    }
    MouseArea {
        id: finger
        property point from
        property double since: 0

        anchors.fill: parent
        preventStealing: true
        onPressed: event => {
            from = Qt.point(event.x, event.y);
            since = Date.now();
            rests.restart();
        }
        onPositionChanged: event => {
            if (Date.now() - since > reader.quick_ms)
                reader.meet(event.x, event.y);
        }
        onReleased: event => {
            const across = event.x - from.x, down = event.y - from.y;
            rests.stop();
            if (Date.now() - since > reader.quick_ms)
                reader.meet(event.x, event.y);
            else if (Math.abs(across) > reader.swipe && Math.abs(across) > Math.abs(down))
                SelfVoice.step(across > 0 === Look.right_to_left ? -1 : 1);
            else if (Math.abs(down) > reader.swipe)
                SelfVoice.adjust(down < 0 ? 1 : -1);
            else
                reader.meet(event.x, event.y);
        }
        onDoubleClicked: SelfVoice.touch()
        onCanceled: rests.stop()

        // A swipe goes on from what was met last, wherever it begins: only a finger that rests meets what is under it.
        Timer {
            id: rests
            interval: reader.quick_ms
            onTriggered: reader.meet(finger.mouseX, finger.mouseY)
        }
    }
    Shortcut { sequences: ["Alt+Down", "F4"]; onActivated: SelfVoice.step(1) }
    Shortcut { sequences: ["Alt+Up", "Shift+F4"]; onActivated: SelfVoice.step(-1) }
    Shortcut { sequence: "F3"; onActivated: SelfVoice.read_page() }
    Shortcut { sequence: "Esc"; onActivated: SelfVoice.hush() }

    Rectangle {
        id: frame
        visible: width > 0
        color: "transparent"
        border.width: 4
        border.color: Colour.accent
        radius: Space.radius
    }
    // What is framed may be scrolled or laid out anew; nothing tells of that.
    Timer {
        interval: 120
        running: true
        repeat: true
        triggeredOnStart: true
        onTriggered: reader.place_frame()
    }

    function meet(x: real, y: real) {
        const place = reader.mapToItem(null, x, y);
        SelfVoice.touch_at(place.x, place.y);
    }
    function place_frame() {
        const item = SelfVoice.item as Item;
        const there = item ? reader.mapFromItem(item, 0, 0, item.width, item.height) : Qt.rect(0, 0, 0, 0);
        frame.x = there.x - Space.hair;
        frame.y = there.y - Space.hair;
        frame.width = there.width > 0 ? there.width + 2 * Space.hair : 0;
        frame.height = there.height + 2 * Space.hair;
    }
    function help(): string {
        if (SelfVoice.by_keys)
            //: Said aloud when the screen begins to be read to somebody who does not see it and uses a keyboard; the keys' names are those written on them
            return qsTr("The screen is read to you. Press Tab for the next thing that can be chosen, and Enter to choose it. F4 reads one thing after the other, F3 the whole page. F2 ends the reading.");
        //: Said aloud when the screen begins to be read to somebody who does not see it
        return qsTr("The screen is read to you. Move a finger over it to hear what is there. Touch twice, anywhere, to choose what you heard last. Swipe to the side for the next thing. On a keyboard use Tab and Enter.");
    }
    function sum_up(page: var): string {
        //: Said aloud after the words of a page: how many buttons and the like it has
        return page.words.concat([qsTr("Things to touch: %1").arg(Look.number(page.count))]).join(".\n\n");
    }
    function describe(thing: var): string {
        const words = [reader.role(thing)];
        if (thing.description !== "")
            words.push(thing.description);
        if (!thing.enabled)
            //: Said aloud of a button that cannot be touched now
            words.push(qsTr("not available now"));
        if (thing.place > 0)
            //: Said aloud after a button's name: the how-manieth of all that can be touched
            words.push(qsTr("%1 of %2").arg(Look.number(thing.place)).arg(Look.number(thing.count)));
        return words.join(". ");
    }
    function role(thing: var): string {
        switch (thing.role) {
        case "choice":
            return thing.chosen === "yes"
                //: Said aloud of one of several choices, the chosen one
                ? qsTr("%1, chosen").arg(thing.name)
                //: Said aloud of one of several choices, not the chosen one
                : qsTr("%1, not chosen").arg(thing.name);
        case "switch":
            return thing.chosen === "yes"
                //: Said aloud of something that is switched on
                ? qsTr("%1, on").arg(thing.name)
                //: Said aloud of something that is switched off
                : qsTr("%1, off").arg(thing.name);
        case "slider":
            if (SelfVoice.by_keys)
                //: Said aloud of a slider to somebody who uses a keyboard: its name, and how far it is moved, in per cent
                return qsTr("%1, %2 per cent. Press an arrow key to change it").arg(thing.name).arg(Look.number(Math.round(100 * thing.share)));
            //: Said aloud of a slider: its name, and how far it is moved, in per cent
            return qsTr("%1, %2 per cent. Swipe up or down to change it").arg(thing.name).arg(Look.number(Math.round(100 * thing.share)));
        case "button":
            //: Said aloud of a button: its name
            return qsTr("%1, button").arg(thing.name);
        case "field":
            //: Said aloud of a place to type: its name
            return qsTr("%1, type here").arg(thing.name);
        case "picture":
            //: Said aloud of a picture: what it shows
            return qsTr("Picture: %1").arg(thing.name);
        default:
            return thing.name;
        }
    }
}
