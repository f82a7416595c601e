pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Whose stick it is, and whether this device trusts them.
Section {
    id: part

    readonly property var publisher: StaffDrive.publisher
    readonly property bool mayTrust: StaffDrive.action === "trust"

    mark: publisher.trusted ? Colour.good : Colour.bad
    glyph: publisher.trusted ? "check" : "warning"
    //: Title over whose stick it is
    title: qsTr("Can it be trusted?")

    Words {
        objectName: "trust"
        text: part.publisher.trusted
            //: The stick's publisher is known
            ? qsTr("Yes. It is signed by %1, whom this device trusts.").arg(part.publisher.name)
            : part.mayTrust || !StaffDrive.operator_name
                //: The stick's publisher is not known: their name
                ? qsTr("Not yet. The stick says it is from %1, whom this device does not know. Compare the fingerprint below with the one your museum gave you on paper.").arg(part.publisher.name)
                //: The stick is another publisher's: theirs, and the one this device trusts
                : qsTr("No. The stick says it is from %1; this device takes content from %2 only. Whoever looks after the devices can change that.").arg(part.publisher.name).arg(StaffDrive.operator_name)
        color: part.publisher.trusted ? Colour.good : Colour.ink
        width: parent.width
    }
    Words {
        visible: !part.publisher.trusted
        //: Label of the fingerprint
        text: qsTr("Fingerprint")
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
    Fingerprint {
        font.pixelSize: part.publisher.trusted ? Face.small : Face.body
        objectName: "fingerprint"
        text: part.publisher.fingerprint
        width: parent.width
    }
}
