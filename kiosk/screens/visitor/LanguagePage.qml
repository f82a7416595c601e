pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import HeritageKiosk
import "../design"
import "../components"

// Each language in its own script; beside or below, how large the text and how bright the screen.
Item {
    id: page

    // On a tall kiosk the choice stands within reach, and what draws visitors near stays above it.
    Picture {
        width: page.width
        height: area.room - area.bottomInset - Space.vast
        visible: Format.kiosk && height > width / 3
        source: visible ? Attract.pictures[0] ?? "" : ""
    }
    ScrollArea {
        id: area
        anchors.fill: parent
        inset: Space.margin
        centred: true
        low: Format.kiosk
        spacing: Format.landscape ? Space.roomy : Space.wide

        Words {
            //: Title of the page where the language is chosen
            text: qsTr("Choose your language")
            asTitle: true
            size: Face.title
            width: parent.width
        }
        GridLayout {
            width: parent.width
            columns: Format.landscape ? 2 : 1
            columnSpacing: Space.vast
            rowSpacing: Space.broad

            ColumnLayout {
                spacing: Space.snug
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                Layout.alignment: Qt.AlignTop
                Repeater {
                    model: VisitFlow.languages
                    LanguageButton {
                        required property var modelData
                        tag: modelData.tag
                        text: modelData.name
                        Layout.fillWidth: true
                    }
                }
            }
            ColumnLayout {
                spacing: Space.roomy
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                Layout.alignment: Qt.AlignTop
                ChoiceRow {
                    //: Heading over the choice of text size, as on the foot's button
                    title: qsTr("Text size")
                    Layout.fillWidth: true
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
                CaptionChoice { Layout.fillWidth: true }
                TextButton {
                    objectName: "self-voice"
                    visible: SelfVoice.available
                    //: Has the whole screen read aloud, for those who do not see it
                    text: qsTr("Read the screen to me")
                    glyph: "volume"
                    leftPadding: Space.base
                    Layout.fillWidth: true
                    onClicked: SelfVoice.toggle()
                }
                TextButton {
                    objectName: "bring-pass"
                    visible: PassBrought.available
                    //: Goes to the page where the pass of an earlier visit is read
                    text: qsTr("I have a visit pass")
                    glyph: "camera"
                    leftPadding: Space.base
                    Layout.fillWidth: true
                    onClicked: VisitFlow.show("pass")
                }
            }
        }
    }
}
