pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"

// The staff's pages: a dark band above, light and labelled below, unlike anything a visitor sees.
FocusScope {
    id: room

    readonly property var pages: ({
        "pin": "PinPage.qml",
        "drive": "DrivePage.qml",
        "job": "JobPage.qml",
        "shelf": "ShelfPage.qml",
        "labels": "LabelsPage.qml",
        "round": "RoundPage.qml",
        "closing": "ClosingPage.qml",
        "hub": "HubPage.qml"
    })

    readonly property bool asks: StaffPages.unlocked && (StaffDrive.asks_to_trust || StaffShelf.asks !== "")

    objectName: "staff"
    focus: true
    Keys.onEscapePressed: {
        if (!asks) {
            StaffPages.leave();
        } else {
            StaffDrive.answer(false);
            StaffShelf.answer(false);
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Colour.surface
    }
    // What lies below is out of reach.
    MouseArea { anchors.fill: parent }
    // Below a question nothing can be reached, by keys either.
    FocusScope {
        anchors.fill: parent
        enabled: !room.asks
        focus: true

        StaffHead {
            id: head
            anchors { left: parent.left; right: parent.right; top: parent.top }
        }
        StaffTabs {
            id: tabs
            visible: StaffPages.unlocked
            height: visible ? implicitHeight : 0
            anchors { left: parent.left; right: parent.right; top: head.bottom }
        }
        Loader {
            id: page
            objectName: "staff-page"
            focus: true
            anchors { left: parent.left; right: parent.right; top: tabs.bottom; bottom: parent.bottom }
            source: room.pages[StaffPages.page]
            onLoaded: (item as Item).forceActiveFocus()
        }
    }
    Loader {
        anchors.fill: parent
        active: StaffPages.unlocked && StaffDrive.asks_to_trust
        source: "TrustQuestion.qml"
    }
    Loader {
        anchors.fill: parent
        active: StaffPages.unlocked && StaffShelf.asks !== ""
        source: "ChangeQuestion.qml"
    }
}
