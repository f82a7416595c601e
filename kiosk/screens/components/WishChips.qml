pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// What the visitor said they want; each answer is one touch away from being another.
Flow {
    id: chips

    spacing: Space.tight

    TextButton {
        objectName: "change-company"
        text: WishDialogue.company === "alone"
            //: What the visitor said: nobody is with them
            ? qsTr("On my own")
            : WishDialogue.company === "friends" ? qsTr("Friends or family")
            : WishDialogue.company === "children"
            //: What the visitor said: children are with them
            ? qsTr("With children")
            : qsTr("Who is with you?")
        glyph: WishDialogue.company === "alone" ? "person" : WishDialogue.company === "children" ? "children" : "people"
        leftPadding: Space.base
        width: Math.min(implicitWidth, chips.width)
        onClicked: WishDialogue.ask("wish-company")
    }
    TextButton {
        objectName: "change-interests"
        visible: WishDialogue.interests.length > 0
        text: WishDialogue.interest_names.length === 0 ? qsTr("What draws you?")
            : WishDialogue.interest_names.length < 3 ? WishDialogue.interest_names.join(qsTr(", "))
            //: What draws the visitor: the first of several themes, and how many more
            : qsTr("%1 and %2 more").arg(WishDialogue.interest_names[0]).arg(Look.number(WishDialogue.interest_names.length - 1))
        glyph: "heart"
        leftPadding: Space.base
        width: Math.min(implicitWidth, chips.width)
        onClicked: WishDialogue.ask("wish-interests")
    }
    TextButton {
        objectName: "change-minutes"
        text: WishDialogue.minutes > 0
            //: How long the visitor has: a number of minutes
            ? qsTr("%1 min").arg(Look.number(WishDialogue.minutes))
            : WishDialogue.timed ? qsTr("As long as I like")
            : qsTr("How much time?")
        glyph: "clock"
        leftPadding: Space.base
        width: Math.min(implicitWidth, chips.width)
        onClicked: WishDialogue.ask("wish-minutes")
    }
}
