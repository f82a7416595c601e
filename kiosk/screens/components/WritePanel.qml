pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import HeritageKiosk
import "../design"

// Where a visitor writes. Plain text in both directions: each paragraph runs as its own letters do. What does not fit
// is scrolled, so that the line one writes is always in sight above the keys.
Item {
    id: panel

    readonly property alias field: field
    // How many lines are in sight.
    property real lines: 3
    readonly property int lineHeight: Math.round(Face.body * Face.leading)

    implicitHeight: Math.round(lines * lineHeight) + 2 * Space.snug

    Rectangle {
        anchors.fill: parent
        radius: Space.radius
        color: Colour.raised
        border.width: field.activeFocus ? 2 : 1
        border.color: field.activeFocus ? Colour.accent : Colour.edge
    }
    Flickable {
        id: view
        objectName: "talk-view"
        anchors { fill: parent; leftMargin: Space.base; rightMargin: Space.base; topMargin: Space.snug; bottomMargin: Space.snug }
        contentWidth: width
        contentHeight: field.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        T.TextArea {
            id: field
            objectName: "talk-text"
            width: view.width
            height: Math.max(view.height, contentHeight)
            color: Colour.ink
            font.family: Face.textFamily
            font.pixelSize: Face.body
            wrapMode: TextEdit.Wrap
            // Before the first letter the page's own direction holds, then that of what is written.
            horizontalAlignment: length === 0 ? TextEdit.AlignLeft : undefined
            textFormat: TextEdit.PlainText
            selectionColor: Colour.accent
            selectedTextColor: Colour.inkOnAccent
            // The keys on the screen write here too: they must not take the cursor away.
            persistentSelection: true
            //: In the empty field in which a visitor writes
            placeholderText: qsTr("Write here")
            Accessible.name: placeholderText
            Accessible.multiLine: true
            Keys.onTabPressed: event => {
                nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
                event.accepted = true;
            }
            Keys.onBacktabPressed: event => {
                nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason);
                event.accepted = true;
            }
            onTextChanged: {
                const most = TalkBack.most_characters;
                if (length > most)
                    remove(most, length);
                else if (TalkBack.text !== text)
                    TalkBack.write(text);
            }
            onCursorRectangleChanged: panel.showCursor()
            Words {
                visible: field.length === 0
                text: field.placeholderText
                color: Colour.muted
                width: parent.width
                Accessible.ignored: true
            }
            Connections {
                target: TalkBack
                function onWords_changed() {
                    if (field.text !== TalkBack.text)
                        field.text = TalkBack.text;
                }
            }
            Component.onCompleted: {
                text = TalkBack.text;
                cursorPosition = length;
            }
        }
    }

    function showCursor(): void {
        const line = field.cursorRectangle;
        const lowest = Math.max(0, view.contentHeight - view.height);
        if (line.y < view.contentY)
            view.contentY = line.y;
        else if (line.y + line.height > view.contentY + view.height)
            view.contentY = Math.min(lowest, line.y + line.height - view.height);
    }
}
