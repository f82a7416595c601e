pragma ComponentBehavior: Bound
import QtQuick
import "../design"

Rectangle {
    implicitHeight: 1
    color: Colour.line
}
