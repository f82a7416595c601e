import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// The window: one page, the foot below it in a visit, questions above it.
Item {
    id: main

    readonly property var pages: ({
        "empty": "EmptyPage.qml",
        "attract": "AttractPage.qml",
        "language": "LanguagePage.qml",
        "site": "SitePage.qml",
        "home": "HomePage.qml",
        "number": "NumberPage.qml",
        "browse": "BrowsePage.qml",
        "map": "MapPage.qml",
        "stop": "StopPageView.qml",
        "end": "EndPage.qml"
    })
    readonly property bool inVisit: VisitFlow.visiting && VisitFlow.page !== "end"

    LayoutMirroring.enabled: Look.right_to_left
    LayoutMirroring.childrenInherit: true

    Binding { target: Format; property: "width"; value: main.width }
    Binding { target: Format; property: "height"; value: main.height }

    Rectangle {
        anchors.fill: parent
        color: Colour.surface
    }
    Loader {
        id: page
        objectName: "page"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top }
        // On the stop's own page the caption lies over the text that is not being told.
        anchors.bottomMargin: VisitFlow.page === "stop" ? 0 : strip.height
        source: main.pages[VisitFlow.page]
        onLoaded: entrance.restart()
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
    CaptionStrip {
        id: strip
        readonly property bool beside: VisitFlow.page === "stop" && Format.landscape
        anchors { right: parent.right; bottom: foot.top }
        width: beside ? Math.round(parent.width * 0.43) : parent.width
        wanted: main.inVisit && (VisitFlow.page !== "stop" || (page.item && page.item.wordOutOfSight === true))
    }
    Foot {
        id: foot
        objectName: "foot"
        visible: main.inVisit
        height: visible ? implicitHeight : 0
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
    }
    EndQuestion {
        anchors.fill: parent
        visible: VisitFlow.asks_to_end
    }
    StillThereQuestion {
        anchors.fill: parent
        visible: AttentionWatch.asking
    }
}
