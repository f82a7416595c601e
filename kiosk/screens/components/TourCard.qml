pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// On the first page: what comes next in the tour that is followed, else the offer of a tour of one's own.
Column {
    id: card

    spacing: Space.tight

    TourDrift { width: parent.width }
    TourNext {
        visible: TourFollowed.on
        width: parent.width
    }
    WishCard {
        objectName: "own-tour"
        visible: !TourFollowed.on
        text: WishDialogue.stated
            //: Goes to the tour that fits what the visitor said
            ? qsTr("Your tour")
            //: Goes to three questions, and then to a tour that fits
            : qsTr("A tour of your own")
        detail: WishDialogue.stated ? ""
            //: Below "A tour of your own"
            : qsTr("Three short questions, then a tour that fits your time")
        glyph: "walk"
        width: parent.width
        onClicked: WishDialogue.stated ? TourPage.open() : WishDialogue.begin()
    }
}
