pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// What draws the visitor: as many of the site's themes as they like.
QuestionPage {
    id: page

    readonly property var chosen: WishDialogue.chosen_interests
    readonly property bool large: Look.text_scale > 1.2
    readonly property bool single: large && !Format.landscape

    number: 2
    //: The second of three questions that make a tour fit the visitor
    question: qsTr("What draws you?")
    //: Below the question what draws the visitor
    hint: qsTr("Choose as many as you like.")
    primary: chosen.length > 0
        //: Goes on to the next question
        ? qsTr("Go on")
        //: Goes on to the next question with no theme chosen
        : qsTr("A bit of everything")

    GridLayout {
        width: parent.width
        columns: page.single ? 1 : Format.landscape && !page.large ? 4 : 2
        columnSpacing: Space.base
        rowSpacing: Space.base
        Repeater {
            model: WishDialogue.interests
            WishCard {
                required property var modelData
                objectName: "interest-" + modelData.id
                text: modelData.name
                picture: modelData.picture
                focusX: modelData.focus_x
                focusY: modelData.focus_y
                pictured: true
                beside: page.single
                pictureHeight: Math.round((page.single ? 96 : Format.landscape ? 100 : 120) * Format.unit)
                checked: page.chosen.indexOf(modelData.id) >= 0
                Accessible.role: Accessible.CheckBox
                Accessible.checkable: true
                Accessible.checked: checked
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: WishDialogue.toggle_interest(modelData.id)
            }
        }
    }
}
