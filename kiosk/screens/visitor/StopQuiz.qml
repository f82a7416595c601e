pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What a quiz trail asks at this stop: answer first, then read why.
Column {
    id: quiz

    spacing: Space.roomy
    visible: Quiz.questions.length > 0

    Hairline { width: parent.width }
    Repeater {
        model: Quiz.questions
        Column {
            id: asked
            required property var modelData
            readonly property var given: Quiz.given[modelData.id] ?? null
            readonly property bool correct: given !== null && given.chosen === given.right
            width: quiz.width
            spacing: Space.tight

            Words {
                //: Heading over a question of a quiz trail
                text: qsTr("A question for you")
                size: Face.small
                color: Colour.accent
                width: parent.width
            }
            Words {
                objectName: "quiz-" + asked.modelData.id
                text: asked.modelData.text
                tag: asked.modelData.language
                asTitle: true
                size: Face.lead
                width: parent.width
            }
            Repeater {
                model: asked.modelData.answers
                TextButton {
                    required property string modelData
                    required property int index
                    readonly property bool correct: asked.given !== null && asked.given.right === index
                    objectName: "answer-" + asked.modelData.id + "-" + index
                    text: modelData
                    tag: asked.modelData.language
                    glyph: correct ? "check" : ""
                    primary: correct
                    enabled: asked.given === null || correct || asked.given.chosen === index
                    leftPadding: Space.base
                    width: asked.width
                    Accessible.role: Accessible.RadioButton
                    checked: asked.given !== null && asked.given.chosen === index
                    onClicked: Quiz.answer(asked.modelData.id, index)
                }
            }
            Words {
                objectName: "quiz-verdict"
                visible: asked.given !== null
                text: asked.correct
                    //: After the right answer to a quiz question
                    ? qsTr("That is right.")
                    //: After another than the right answer, which is marked above
                    : qsTr("Not quite. The right answer is marked.")
                color: Colour.accent
                width: parent.width
                onVisibleChanged: if (visible) SelfVoice.announce(text)
            }
            Words {
                visible: asked.given !== null
                text: asked.given === null ? "" : asked.given.because
                tag: asked.modelData.language
                width: parent.width
            }
        }
    }
}
