pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// One question a page: its words, the answers, and below them the way on without one.
Item {
    id: page

    required property string question
    property int number: 1
    property string hint: ""
    property string primary: ""
    property bool ready: true
    default property alias answers: column.data

    ScrollArea {
        id: area
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: bar.top }
        inset: Space.margin
        centred: true
        low: Format.kiosk
        spacing: Format.landscape ? Space.base : Space.roomy

        Column {
            width: parent.width
            spacing: Space.hair
            Words {
                visible: !WishDialogue.alone
                //: Above one of three questions, for example "1 of 3"
                text: qsTr("%1 of %2").arg(Look.number(page.number)).arg(Look.number(3))
                size: Face.small
                color: Colour.accent
                width: parent.width
            }
            Words {
                id: title
                objectName: "question"
                text: page.question
                asTitle: true
                size: Face.title
                width: parent.width
            }
            Words {
                visible: text !== ""
                text: page.hint
                color: Colour.muted
                width: parent.width
            }
        }
        Column {
            id: column
            width: parent.width
            spacing: Space.base
        }
    }
    DecisionBar {
        id: bar
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        primary: page.primary
        ready: page.ready
        //: Leaves a question without an answer and goes on
        other: qsTr("Skip")
        onAccepted: WishDialogue.go_on()
        onPassed: WishDialogue.skip()
    }
    Component.onCompleted: title.Accessible.announce(title.text)
}
