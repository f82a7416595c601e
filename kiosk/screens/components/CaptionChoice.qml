pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk

// What is said, in print: not at all, below the pages that do not show it, or large and before all else.
ChoiceRow {
    //: Heading over the choice whether what is said is shown in print, and how
    title: qsTr("Captions")
    options: [
        //: Captions: none
        { "key": "off", "word": qsTr("Off") },
        //: Captions: one sentence at the foot of the page
        { "key": "strip", "word": qsTr("One line") },
        //: Captions: the whole text in large letters, in place of the picture
        { "key": "large", "word": qsTr("Large") }
    ]
    chosen: Captions.mode
    onPicked: key => Captions.choose(key)
}
