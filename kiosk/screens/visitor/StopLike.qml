pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// Under the story: more or less like this one, in plain words. What was touched acts at once, and a second touch takes it back.
Column {
    id: like

    spacing: Space.tight

    Flow {
        width: parent.width
        spacing: Space.tight

        TextButton {
            objectName: "more-like-this"
            //: Asks for suggestions like the stop that is shown
            text: qsTr("More like this")
            glyph: checked ? "check" : ""
            checked: Suggestions.liking === "more"
            width: Math.min(implicitWidth, like.width)
            Accessible.checkable: true
            Accessible.checked: checked
            onClicked: Suggestions.more_like_this()
        }
        TextButton {
            objectName: "less-like-this"
            //: Asks for suggestions unlike the stop that is shown
            text: qsTr("Less like this")
            glyph: checked ? "check" : ""
            checked: Suggestions.liking === "less"
            width: Math.min(implicitWidth, like.width)
            Accessible.checkable: true
            Accessible.checked: checked
            onClicked: Suggestions.less_like_this()
        }
    }
    Words {
        id: liking
        objectName: "liking"
        visible: Suggestions.liking !== ""
        text: like.answer()
        size: Face.small
        color: Colour.muted
        width: parent.width
        onTextChanged: {
            if (visible)
                Accessible.announce(liking.text);
        }
    }

    function answer(): string {
        const now = Suggestions.alike === ""
            ? ""
            //: After "More like this" was touched: the stop that is suggested because of it
            : " " + qsTr("Now suggested: %1").arg("\u2068" + Suggestions.alike + "\u2069");
        return Suggestions.liking === "more"
            //: After "More like this" was touched; the suggestions are below
            ? qsTr("More like this comes next. Touch again to take it back.") + now
            //: After "Less like this" was touched; the suggestions are below
            : qsTr("Less like this comes next. Touch again to take it back.");
    }
}
