pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Number, title, and where it stands.
Column {
    spacing: Space.hair

    Words {
        visible: StopPage.number !== ""
        //: Above a stop's title, for example "Stop 3"
        text: qsTr("Stop %1").arg(Look.digits(StopPage.number))
        size: Face.small
        color: Colour.accent
        width: parent.width
    }
    Words {
        objectName: "stop-title"
        text: StopPage.title
        tag: StopPage.title_language
        asTitle: true
        size: Face.title
        width: parent.width
    }
    Words {
        text: StopPage.where
        visible: text !== ""
        color: Colour.muted
        width: parent.width
    }
}
