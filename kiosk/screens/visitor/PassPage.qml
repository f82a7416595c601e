pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// A visitor holds the pass of an earlier visit before the camera: the guide is set up as it was then.
Item {
    id: page

    readonly property bool camera: ScanView.state === "seeing" || ScanView.state === "starting"
    readonly property real aimWidth: Format.landscape ? Math.round(width * 0.57) : width
    readonly property real aimHeight: Format.landscape ? height : Math.round(height * 0.5)

    Viewfinder {
        id: aim
        x: Format.landscape && Look.right_to_left ? page.width - width : 0
        width: page.aimWidth
        height: page.aimHeight
    }
    ScrollArea {
        x: Format.landscape && !Look.right_to_left ? aim.width : 0
        y: Format.landscape ? 0 : aim.height
        width: Format.landscape ? page.width - aim.width : page.width
        height: Format.landscape ? page.height : page.height - aim.height
        inset: Format.landscape ? Space.wide : Space.margin
        centred: Format.landscape
        spacing: Space.base

        Words {
            //: Title of the page where the pass of an earlier visit is read
            text: qsTr("Your visit pass")
            asTitle: true
            size: Face.title
            width: parent.width
        }
        Words {
            id: said
            objectName: "pass-guidance"
            text: page.guidance()
            size: Face.lead
            color: PassBrought.answer === "" ? Colour.ink : Colour.accent
            width: parent.width
            height: Math.max(implicitHeight, 2 * lineHeight)
            onTextChanged: {
                said.Accessible.announce(said.text);
                SelfVoice.announce(said.text);
            }
        }
        Words {
            //: Below the guidance on the page where a visit pass is read
            text: qsTr("It sets your language, the size of the text and how you like to listen. Nothing of it stays on this device.")
            size: Face.small
            color: Colour.muted
            width: parent.width
        }
        TextButton {
            objectName: "pass-skip"
            //: Leaves the page where a visit pass is read, and goes on to the choice of language
            text: qsTr("Go on without it")
            width: parent.width
            onClicked: VisitFlow.back()
        }
    }

    function guidance(): string {
        if (!camera)
            //: On the page where a visit pass is read, where the camera gives no picture
            return qsTr("The camera gives no picture, so the pass cannot be read. Go on without it.");
        switch (PassBrought.answer) {
        case "passes.newer":
            //: A visit pass was made by a newer guide than this one
            return qsTr("This pass comes from a newer guide. Please go on without it.");
        case "passes.other-operator":
            //: A visit pass was made by sites that this guide does not belong to
            return qsTr("This pass comes from other sites. Please go on without it.");
        case "passes.not-genuine":
            //: A visit pass whose signature is wrong: it may be damaged or made up
            return qsTr("This pass cannot be used. Please go on without it.");
        case "passes.not-read":
            //: A code that is no visit pass was held before the camera
            return qsTr("That is not a visit pass. Hold the whole code still, or go on without it.");
        }
        //: Guidance on the page where a visit pass is read
        return qsTr("Hold the code of your pass before the camera");
    }
}
