pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"
import "../components"

// Somebody who signs what is told, in a corner of the stop's picture or over all of it. A touch changes which.
Item {
    id: sign

    required property Item picture
    // At most six tenths of the height: the buttons of the picture stand below.
    readonly property real side: Math.max(Math.min(picture.width * 0.46, picture.height * 0.8, 640), Math.min(picture.width, 4 * Space.target))

    visible: SignShow.shown
    x: SignShow.large || Look.right_to_left ? picture.x : picture.x + picture.width - width
    y: picture.y
    width: SignShow.large ? picture.width : side
    height: SignShow.large ? picture.height : Math.min(picture.height, side * 0.75)

    // What is covered is not to be touched, by no key either.
    Binding {
        target: sign.picture
        property: "enabled"
        value: !SignShow.shown || !SignShow.large
    }
    T.AbstractButton {
        id: change
        objectName: "sign-size"
        Keys.onReturnPressed: change.click()
        Keys.onEnterPressed: change.click()
        anchors.fill: parent
        text: SignShow.large
            //: Makes a film in sign language smaller, so that the picture behind it is seen
            ? qsTr("Make the signing smaller")
            //: Makes a film in sign language larger
            : qsTr("Make the signing larger")
        Accessible.name: text
        onClicked: SignShow.change_size()

        background: Rectangle {
            color: Colour.veil
        }
        contentItem: FilmPicture {
            objectName: "sign-picture"
            show: SignShow
            Accessible.role: Accessible.Graphic
            //: Read aloud: the moving picture of somebody who tells the stop in sign language
            Accessible.name: qsTr("Sign language")
        }
        Rectangle {
            anchors.fill: parent
            color: "transparent"
            border.width: change.visualFocus ? 3 : 1
            border.color: change.visualFocus ? Colour.ink : Colour.edge
        }
    }
    T.AbstractButton {
        id: close
        objectName: "sign-close"
        Keys.onReturnPressed: close.click()
        Keys.onEnterPressed: close.click()
        // Not below: that is where hands are.
        anchors { right: parent.right; top: parent.top }
        width: Space.target
        height: Space.target
        //: Takes away a film in sign language; the story goes on
        text: qsTr("Without sign language")
        Accessible.name: text
        onClicked: SignShow.toggle(SignShow.language)

        background: Rectangle {
            color: close.down ? Colour.pressed : Colour.veil
            border.width: close.visualFocus ? 3 : 0
            border.color: Colour.ink
        }
        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: "close"
                tint: Colour.ink
            }
        }
    }
}
