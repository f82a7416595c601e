pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// One to five, each with what it means said to those who cannot see the stars. The last touch holds.
Column {
    id: row

    required property string question
    property int given: 0
    signal rated(stars: int)

    spacing: Space.tight

    Words {
        text: row.question
        color: Colour.muted
        width: parent.width
    }
    Flow {
        width: parent.width
        spacing: Space.tight
        Repeater {
            model: 5
            LetterKey {
                id: star
                required property int index
                objectName: "stars-" + (index + 1)
                text: (index < row.given ? "★ " : "☆ ") + Look.number(index + 1)
                implicitWidth: Math.round(1.5 * Space.target)
                focusPolicy: Qt.StrongFocus
                checked: index + 1 === row.given
                Accessible.role: Accessible.RadioButton
                //: Read aloud: a rating; %1 of five stars
                Accessible.name: qsTr("%1 of 5 stars").arg(Look.number(index + 1))
                onClicked: row.rated(index + 1)
            }
        }
    }
    Words {
        visible: row.given > 0
        //: After a visitor gave stars
        text: qsTr("Thank you. You can change it until your visit ends.")
        size: Face.small
        color: Colour.muted
        width: parent.width
    }
}
