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
        y: area.centred ? Math.max(area.topInset, Math.round((area.height - implicitHeight) / 2)) : area.topInset
        width: area.width - 2 * area.inset
    }
}
