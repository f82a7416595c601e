pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// Asked before a publisher is trusted.
Question {
    //: Asked before a stick's publisher is trusted
    title: qsTr("Is this the fingerprint on your paper?")
    //: What trusting a publisher does: their name
    words: qsTr("If it is the same, this device takes content signed by %1 from now on, and from nobody else. If it is not, or there is no paper, ask your museum first: nothing is lost.").arg(StaffDrive.publisher.name)

    onTouchedBeside: StaffDrive.answer(false)

    Fingerprint {
        objectName: "fingerprint-asked"
        text: StaffDrive.publisher.fingerprint
        font.pixelSize: Face.lead
        lineHeight: Math.round(Face.lead * 1.5)
        Layout.fillWidth: true
    }
    TextButton {
        objectName: "trust-yes"
        //: Answer: the fingerprint is the same; the publisher is trusted
        text: qsTr("It is the same: trust them")
        primary: true
        Layout.fillWidth: true
        onClicked: StaffDrive.answer(true)
    }
    TextButton {
        objectName: "trust-no"
        //: Answer: the fingerprint is another one, or there is none to compare
        text: qsTr("No, or I cannot tell")
        Layout.fillWidth: true
        onClicked: StaffDrive.answer(false)
    }
}
