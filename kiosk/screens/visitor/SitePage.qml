pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Which site, where several are on this device.
ScrollArea {
    inset: Space.margin
    centred: true
    low: Format.kiosk
    spacing: Space.base

    Words {
        //: Title of the page where one of several heritage sites is chosen
        text: qsTr("Where are you?")
        asTitle: true
        size: Face.title
        width: parent.width
    }
    Repeater {
        model: VisitFlow.sites
        SiteCard {
            required property var modelData
            site: modelData
            width: parent.width
        }
    }
}
