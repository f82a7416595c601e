pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The PIN: asked for, or chosen where there is none.
FocusScope {
    id: page

    readonly property int key: Math.max(Space.target, Math.round(60 * Face.large))

    Keys.onPressed: event => {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            StaffPin.press(event.key - Qt.Key_0);
        else if (event.key === Qt.Key_Backspace)
            StaffPin.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            StaffPin.go();
        else
            return;
        event.accepted = true;
    }

    function title(): string {
        switch (StaffPin.stage) {
        case "none":
            //: Title where no PIN has been chosen and nobody may choose one
            return qsTr("This device has no PIN yet");
        case "choose":
            //: Title where staff choose the device's PIN
            return qsTr("Choose a PIN for staff");
        case "repeat":
            //: Title where the PIN just chosen is typed again
            return qsTr("Type the new PIN once more");
        default:
            //: Title over the number pad before the staff's pages
            return qsTr("Type the staff PIN");
        }
    }
    function hint(): string {
        switch (StaffPin.stage) {
        case "none":
            //: How a first PIN comes about
            return qsTr("Plug in the stick with the new content: then you can choose one here. Whoever looks after the devices can also set it with “kiosk staff pin”.");
        case "choose":
            //: What a PIN is like
            return qsTr("4 to 8 digits that visitors do not guess. It opens these pages on this device.");
        default:
            return "";
        }
    }
    function complaint(): string {
        switch (StaffPin.said) {
        case "wrong":
            //: After a wrong PIN
            return qsTr("That is not the PIN. Nothing has changed.");
        case "wait":
            //: After several wrong PINs: seconds until the next try
            return qsTr("Too many wrong tries. The next one in %1 s.").arg(Look.number(StaffPin.wait_s));
        case "differs":
            //: The PIN was typed in two ways
            return qsTr("The two were not the same. Choose once more.");
        default:
            return StaffPin.message;
        }
    }

    ScrollArea {
        anchors.fill: parent
        inset: Space.margin
        centred: true
        low: Format.kiosk
        spacing: Space.snug

        Words {
            objectName: "pin-title"
            text: page.title()
            size: Face.lead
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
            Accessible.role: Accessible.Heading
        }
        Words {
            text: page.hint()
            visible: text !== ""
            color: Colour.muted
            width: Math.min(parent.width, 640 * Face.text)
            anchors.horizontalCenter: parent.horizontalCenter
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            objectName: "pin-complaint"
            text: page.complaint()
            visible: text !== ""
            color: Colour.bad
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
        }
        PinPad {
            visible: StaffPin.stage !== "none"
            key: page.key
            width: Math.min(parent.width, 400 * Math.max(Format.unit, Face.large))
            anchors.horizontalCenter: parent.horizontalCenter
        }
    }
}
