pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import "../design"

// What scrolls, downwards only. A hairline at the side tells how much there is.
Flickable {
    id: area

    default property alias content: column.data
    property alias spacing: column.spacing
    property int inset: 0
    property int topInset: inset
    property int bottomInset: Space.wide
    property bool centred: false
    // Within reach: what is shorter than the page stands at its foot.
    property bool low: false
    // Whoever goes from control to control by keys sees each of them.
    readonly property Item focused: Window.activeFocusItem
    readonly property int room: Math.round(height - column.implicitHeight)

    function showFocused() {
        const control = focused as T.Control;
        let above = focused;
        while (above && above !== contentItem)
            above = above.parent;
        if (!above || !control || !control.visualFocus)
            return;
        const top = control.mapToItem(contentItem, 0, 0).y;
        const lowest = Math.max(0, contentHeight - height);
        if (top < contentY || top + control.height > contentY + height)
            contentY = Math.min(lowest, Math.max(0, top - (height - control.height) / 2));
    }
    onFocusedChanged: Qt.callLater(showFocused)
    // By keys one also reads what has nothing to touch: what a control does not want comes here.
    Keys.onPressed: event => {
        const steps = { [Qt.Key_Down]: 0.2, [Qt.Key_Up]: -0.2, [Qt.Key_PageDown]: 0.9, [Qt.Key_PageUp]: -0.9 };
        const step = steps[event.key];
        const lowest = contentHeight - height;
        if (step === undefined || lowest <= 0)
            return;
        contentY = Math.max(0, Math.min(lowest, contentY + step * height));
        event.accepted = true;
    }

    contentWidth: width
    contentHeight: column.implicitHeight + topInset + bottomInset
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick
    clip: true

    T.ScrollBar.vertical: T.ScrollBar {
        implicitWidth: 6
        visible: area.contentHeight > area.height + 1
        interactive: false
        minimumSize: 0.1
        contentItem: Rectangle {
            radius: 3
            color: Colour.edge
            opacity: 0.7
        }
    }
    Column {
        id: column
        x: area.inset
        y: Math.max(area.topInset, area.low ? area.room - area.bottomInset : area.centred ? area.room / 2 : 0)
        width: area.width - 2 * area.inset
    }
}
