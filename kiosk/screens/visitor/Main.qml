pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The window: one page, the foot below it in a visit, questions above it; the staff's pages in place of all of it.
Item {
    id: main

    // Said over every page where the content is not signed.
    property string preview: ""
    readonly property var pages: ({
        "empty": "EmptyPage.qml",
        "attract": "AttractPage.qml",
        "language": "LanguagePage.qml",
        "pass": "PassPage.qml",
        "site": "SitePage.qml",
        "ticket": "TicketPage.qml",
        "talk": "TalkPage.qml",
        "voices": "VoicesPage.qml",
        "home": "HomePage.qml",
        "number": "NumberPage.qml",
        "choose": "ChoosePage.qml",
        "browse": "BrowsePage.qml",
        "nearby": "NearbyPage.qml",
        "map": "MapPage.qml",
        "wish-company": "WishCompanyPage.qml",
        "wish-interests": "WishInterestsPage.qml",
        "wish-minutes": "WishMinutesPage.qml",
        "tour": "TourPageView.qml",
        "stop": Captions.mode === "large" ? "CaptionsPage.qml" : "StopPageView.qml",
        "film": "FilmPage.qml",
        "end": "EndPage.qml"
    })
    readonly property bool closer: PageTurn.page === "stop" && StopPage.closer >= 0
    readonly property bool inVisit: VisitFlow.visiting && PageTurn.page !== "end"

    LayoutMirroring.enabled: Look.right_to_left
    LayoutMirroring.childrenInherit: true

    Binding { target: Format; property: "width"; value: main.width }
    Binding { target: Format; property: "height"; value: stage.height }

    Rectangle {
        anchors.fill: parent
        color: Colour.surface
    }
    Shortcut {
        sequence: "Ctrl+Alt+S"
        onActivated: StaffDoor.ask()
    }
    Shortcut {
        sequence: "F2"
        enabled: !StaffDoor.open
        onActivated: SelfVoice.toggle()
    }
    Connections {
        target: SelfVoice
        enabled: !StaffDoor.open
        function onAsked() {
            SelfVoice.toggle();
        }
    }
    Loader {
        id: banner
        active: main.preview !== ""
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: active && item ? (item as Item).implicitHeight : 0
        sourceComponent: PreviewBanner { text: main.preview }
    }
    Item {
        id: stage
        anchors { left: parent.left; right: parent.right; top: banner.bottom; bottom: parent.bottom }
        // The stop's page is compiled while the visitor reads the first pages: a code then opens it at once.
        Timer {
            property Component ready: null
            interval: 600
            running: VisitFlow.visiting && ready === null
            onTriggered: ready = Qt.createComponent("StopPageView.qml", Component.Asynchronous)
        }
        Loader {
            id: page
            objectName: "page"
            anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top }
            // On the stop's own page the caption lies over the text that is not being told.
            anchors.bottomMargin: note.over ? 0 : note.height + (PageTurn.page === "stop" ? 0 : strip.height)
            source: StaffDoor.open ? "" : main.pages[PageTurn.page]
            visible: !main.closer
            onLoaded: entrance.restart()
        }
        Loader {
            anchors { left: parent.left; right: parent.right; top: parent.top; bottom: note.top }
            anchors.bottomMargin: strip.height
            active: main.closer
            source: "PictureCloseUp.qml"
        }
        NumberAnimation {
            id: entrance
            target: page
            property: "opacity"
            from: Motion.usual === 0 ? 1 : 0
            to: 1
            duration: Motion.usual
            easing.type: Easing.OutCubic
        }
        // What only a visit needs is loaded with it: the attract page comes up at once and stays small.
        // First what there is to decide about the voice.
        Loader {
            id: note
            active: main.inVisit && PageTurn.page !== "film"
            // Large words need the whole width.
            readonly property bool beside: strip.beside && Look.text_scale < 1.5
            // A stop's picture stays as it is; its words make room.
            readonly property bool over: PageTurn.page === "stop" && !main.closer && (beside || !Format.landscape)
            anchors { right: parent.right; bottom: foot.top }
            width: beside ? strip.width : parent.width
            height: active && item ? (item as Item).implicitHeight : 0
            visible: height > 0
            source: "../components/VoiceNote.qml"
        }
        // What lies over a stop's words takes its room from them, so that nothing to touch is below it.
        Binding { target: Format; property: "covered"; value: note.over ? note.height : 0 }
        Binding { target: Format; property: "captioned"; value: PageTurn.page === "stop" && !main.closer ? strip.height : 0 }
        Loader {
            id: strip
            readonly property bool beside: PageTurn.page === "stop" && Format.landscape && !main.closer
            readonly property bool wanted: main.inVisit && PageTurn.page !== "talk"
                && (PageTurn.page !== "stop" || main.closer || !Captions.in_sight)
            active: main.inVisit
            anchors { right: parent.right; bottom: note.top }
            width: beside ? Math.round(parent.width * 0.43) : parent.width
            height: wanted && item ? (item as Item).implicitHeight : 0
            visible: height > 0
            source: "../components/CaptionStrip.qml"
        }
        Loader {
            id: foot
            objectName: "foot"
            active: main.inVisit
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: active && item ? (item as Item).implicitHeight : 0
            source: "../components/Foot.qml"
        }
        Loader {
            anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top }
            active: VoiceWishes.open && main.inVisit
            source: "../components/VoicePanel.qml"
            onLoaded: (item as Item).forceActiveFocus()
        }
        Loader {
            anchors.fill: parent
            active: VisitFlow.asks_to_end
            source: "EndQuestion.qml"
        }
        Loader {
            anchors.fill: parent
            active: AttentionWatch.asking
            source: "StillThereQuestion.qml"
        }
        Loader {
            anchors.fill: parent
            active: SelfVoice.on && !StaffDoor.open
            source: "../components/SelfVoicing.qml"
        }
        // Only where somebody may come in; what stands behind is loaded when they do.
        Loader {
            id: notice
            active: StaffDoor.notice !== ""
            anchors { left: parent.left; right: parent.right; top: parent.top }
            height: active && item ? (item as Item).implicitHeight : 0
            source: "../staff/StaffNotice.qml"
        }
        Loader {
            active: StaffDoor.may_ask
            anchors { right: parent.right; top: notice.bottom; margins: Space.tight }
            source: "../staff/StaffCorner.qml"
        }
        Loader {
            objectName: "staff-pages"
            anchors.fill: parent
            active: StaffDoor.open
            source: "../staff/StaffRoom.qml"
            onLoaded: (item as Item).forceActiveFocus()
        }
    }
}
