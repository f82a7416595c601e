import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// Each language in its own script; below, how large the text and how bright the screen.
ScrollArea {
    id: area
    inset: Space.margin
    topInset: Math.max(Space.margin, Format.kiosk ? height * 0.3 : Space.margin)
    spacing: Space.base

    Words {
        //: Title of the page where the language is chosen
        text: qsTr("Choose your language")
        asTitle: true
        size: Face.title
        width: parent.width
    }
    Item { width: 1; height: Space.tight }
    GridLayout {
        width: parent.width
        columns: Format.landscape ? 2 : 1
        rowSpacing: Space.snug
        columnSpacing: Space.snug
        Repeater {
            model: VisitFlow.languages
            LanguageButton {
                required property var modelData
                tag: modelData.tag
                text: modelData.name
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
    }
    Item { width: 1; height: Space.base }
    Hairline { width: parent.width }
    GridLayout {
        width: parent.width
        columns: Format.landscape ? 2 : 1
        columnSpacing: Space.broad
        rowSpacing: Space.roomy
        ChoiceRow {
            //: Heading over the choice of text size
            title: qsTr("Size of the text")
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            options: [
                //: Size of the text
                { "key": "1", "word": qsTr("Usual") },
                //: Size of the text
                { "key": "1.5", "word": qsTr("Large") },
                //: Size of the text
                { "key": "2", "word": qsTr("Largest") }
            ]
            chosen: String(Look.text_scale)
            onPicked: key => Look.choose_text_scale(Number(key))
        }
        ChoiceRow {
            //: Heading over the choice of dark, light or high contrast screens
            title: qsTr("Light of the screen")
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            options: [
                //: A dark screen, for galleries
                { "key": "gallery", "word": qsTr("Dark") },
                //: A light screen, for outdoors
                { "key": "outdoors", "word": qsTr("Light") },
                //: Black and white, the greatest contrast
                { "key": "contrast", "word": qsTr("High contrast") }
            ]
            chosen: Look.theme
            onPicked: key => Look.choose_theme(key)
        }
    }
}
