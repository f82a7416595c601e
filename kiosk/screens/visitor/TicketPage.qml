pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// A visitor shows a ticket: held before the camera, or its code typed. Inside a site: a code from another site.
Item {
    id: page

    readonly property bool camera: ScanView.state === "seeing" || ScanView.state === "starting"
    readonly property bool typing: !camera || TicketEntry.types
    readonly property real sideWidth: Format.landscape ? Math.round(width * (typing ? 0.5 : 0.57)) : width

    focus: true
    Component.onCompleted: forceActiveFocus()
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            TicketEntry.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            TicketEntry.go();
        else if (!TicketEntry.press(event.text))
            return;
        event.accepted = true;
    }

    Loader {
        id: aim
        active: !page.typing
        visible: active
        x: Format.landscape && Look.right_to_left ? page.width - width : 0
        width: active ? page.sideWidth : 0
        height: active ? (Format.landscape ? page.height : Math.round(page.height * 0.5)) : 0
        sourceComponent: Viewfinder {}
    }
    // Where the code is typed: the words beside the keys, or above them.
    ScrollArea {
        id: words
        x: Format.landscape && Look.right_to_left ? (page.typing ? page.sideWidth : 0) : (Format.landscape ? aim.width : 0)
        y: Format.landscape ? 0 : aim.height
        width: Format.landscape ? page.width - (page.typing ? page.sideWidth : aim.width) : page.width
        height: !Format.landscape && page.typing ? Math.min(implicitHeight, page.height - keys.height) : page.height - y
        implicitHeight: contentHeight
        inset: Format.landscape ? Space.wide : Space.margin
        bottomInset: Format.landscape ? Space.wide : Space.base
        centred: Format.landscape
        spacing: Space.base

        TicketWords {
            camera: page.camera
            typing: page.typing
            width: parent.width
        }
    }
    ScrollArea {
        id: keys
        visible: page.typing
        x: Format.landscape && !Look.right_to_left ? page.width - width : 0
        y: page.height - height
        width: page.sideWidth
        height: Format.landscape ? page.height : Math.min(contentHeight, Math.round(page.height * 0.66))
        inset: Format.landscape ? Space.wide : Space.margin
        centred: Format.landscape
        bottomInset: Format.landscape ? Space.wide : Space.base

        Loader {
            active: page.typing
            width: parent.width
            sourceComponent: CodePad {}
        }
    }
}
