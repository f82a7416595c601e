pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// Who is with the visitor.
QuestionPage {
    id: page

    number: 1
    //: The first of three questions that make a tour fit the visitor
    question: qsTr("Who is with you?")

    GridLayout {
        width: parent.width
        columns: Format.landscape && Look.text_scale < 1.2 ? 3 : 1
        columnSpacing: Space.base
        rowSpacing: Space.base
        Repeater {
            model: [
                //: Answer to "Who is with you?"
                { "key": "alone", "word": qsTr("Nobody, I am on my own"), "glyph": "person" },
                //: Answer to "Who is with you?"
                { "key": "friends", "word": qsTr("Friends or family"), "glyph": "people" },
                //: Answer to "Who is with you?"; stories are then told for children where there are such
                { "key": "children", "word": qsTr("Children"), "glyph": "children" }
            ]
            WishCard {
                required property var modelData
                objectName: "company-" + modelData.key
                text: modelData.word
                glyph: modelData.glyph
                beside: !Format.landscape || Look.text_scale >= 1.2
                checked: WishDialogue.company === modelData.key
                Accessible.role: Accessible.RadioButton
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                onClicked: WishDialogue.choose_company(modelData.key)
            }
        }
    }
}
