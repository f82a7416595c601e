pragma ComponentBehavior: Bound
import QtQuick
import HeritageKiosk
import "../design"
import "../components"

// What is closed for a while: no visitor is led there. In force at once.
StaffPage {
    id: page

    function title(): string {
        if (StaffClosing.closed.length > 0)
            //: Title: how many stops and ways are closed now
            return qsTr("Closed now: %1").arg(Look.number(StaffClosing.closed.length));
        //: Title where nothing is closed
        return qsTr("Nothing is closed");
    }
    function name(row: var): string {
        return (row.number === "" ? "" : Look.digits(row.number) + "   ") + row.title;
    }
    function outcome(): string {
        return StaffClosing.done.closed
            //: After a stop or way was closed; its name
            ? qsTr("Closed: %1").arg(name(StaffClosing.done))
            //: After a stop or way was opened again; its name
            : qsTr("Open again: %1").arg(name(StaffClosing.done));
    }

    Section {
        objectName: "closing-summary"
        width: parent.width
        mark: StaffClosing.closed.length > 0 ? Colour.bad : Colour.good
        glyph: StaffClosing.closed.length > 0 ? "warning" : "check"
        title: page.title()
        titleSize: Face.lead
        Words {
            //: What the page of closed stops and ways is for
            text: qsTr("Close what visitors cannot see or go today. No suggestion and no tour leads there, from now on, on this device.")
            width: parent.width
        }
        Flow {
            visible: StaffClosing.sites.length > 1
            width: parent.width
            spacing: Space.tight
            Repeater {
                model: StaffClosing.sites
                TabButton {
                    required property var modelData
                    objectName: "closing-site-" + modelData.id
                    text: modelData.name
                    chosen: modelData.chosen
                    onClicked: StaffClosing.choose_site(modelData.id)
                }
            }
        }
    }
    Grid {
        width: parent.width
        columns: page.columns
        columnSpacing: Space.base
        rowSpacing: Space.base
        Repeater {
            model: StaffClosing.closed
            ClosingEntry {
                required property var modelData
                entry: modelData
                name: page.name(modelData)
                width: page.partWidth
            }
        }
        Repeater {
            model: StaffClosing.open
            ClosingEntry {
                required property var modelData
                entry: modelData
                name: page.name(modelData)
                width: page.partWidth
            }
        }
    }
    TextButton {
        objectName: "closing-more"
        visible: StaffClosing.more > 0
        //: Shows more stops; how many are left
        text: qsTr("Show more (%1 left)").arg(Look.number(StaffClosing.more))
        onClicked: StaffClosing.show_more()
    }

    // Why nothing was changed is read where one looks after touching, however far the page is scrolled.
    bar.words: StaffClosing.problem !== "" ? StaffClosing.problem : StaffClosing.done.key === "" ? "" : page.outcome()
    actions: [
        TextButton {
            objectName: "closing-undo"
            visible: StaffClosing.done.key !== ""
            //: Takes back what was closed or opened last
            text: qsTr("Undo")
            primary: true
            onClicked: StaffClosing.undo()
        },
        TextButton {
            objectName: "closing-leave"
            text: qsTr("Leave and lock")
            onClicked: StaffPages.leave()
        }
    ]
}
