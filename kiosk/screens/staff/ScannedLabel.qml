pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The label that was scanned last, as visitors would see its stop: to be compared with where one stands.
Section {
    id: scanned

    readonly property var stop: StaffRound.last
    readonly property bool there: stop.id !== ""
    property int pictureHeight: 200

    objectName: "round-last"
    mark: there ? Colour.good : Colour.edge
    glyph: there ? "check" : ""
    title: there
        //: Title over the label that was just scanned on a round
        ? qsTr("This label opens")
        //: Title before the first scan of a round
        : qsTr("Nothing scanned yet")

    Words {
        objectName: "round-last-title"
        visible: scanned.there
        text: scanned.there ? (scanned.stop.number === "" ? "" : Look.digits(scanned.stop.number) + "   ") + scanned.stop.title : ""
        size: Face.lead
        font.weight: Font.DemiBold
        width: parent.width
    }
    Words {
        visible: text !== ""
        text: scanned.there ? scanned.stop.where : ""
        color: Colour.muted
        size: Face.small
        width: parent.width
    }
    Picture {
        visible: scanned.there && scanned.stop.picture !== ""
        source: scanned.there ? scanned.stop.picture : ""
        focusX: scanned.there ? scanned.stop.focus_x : 0.5
        focusY: scanned.there ? scanned.stop.focus_y : 0.5
        width: parent.width
        height: visible ? scanned.pictureHeight : 0
    }
    Words {
        text: scanned.there
            //: On a round, under the stop that a label leads to
            ? qsTr("If you do not stand there, the label hangs in the wrong place: take it back, and hang it where it belongs.")
            //: On a round, before the first scan
            : qsTr("The stop that a label leads to is shown here. Compare it with where you stand.")
        width: parent.width
    }
    TextButton {
        objectName: "round-undo"
        visible: scanned.there
        //: Takes the last scan of a round back: the label hangs in the wrong place
        text: qsTr("Take it back: I stand elsewhere")
        onClicked: StaffRound.undo()
    }
}
