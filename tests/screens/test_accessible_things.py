"""What can be read of a window, also of one that changes while it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import Property, QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine, qmlRegisterType
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.screens.accessible_things import list_things

PAGE = b"""
import QtQuick
import TrapsForTests

Window {
    width: 400; height: 400; visible: true
    property bool there: true

    Loader {
        anchors.fill: parent
        active: parent.Window.window.there
        sourceComponent: Column {
            Trap { width: 80; height: 10; Accessible.role: Accessible.StaticText; Accessible.name: "trap" }
            Repeater {
                model: 40
                Item {
                    required property int index
                    width: 80; height: 10
                    Text { text: index; width: 80; height: 10; Accessible.role: Accessible.StaticText; Accessible.name: text }
                }
            }
        }
    }
}
"""


class Trap(QQuickItem):
    """Does something while it is looked at: a page may change with anything that is asked of it."""

    spring: ClassVar[Callable[[], None]] = staticmethod(lambda: None)

    def _tell(self) -> str:
        Trap.spring()
        return ""

    tag = Property(str, _tell, constant=True)


@pytest.fixture
def window(qapp: QGuiApplication) -> Iterator[QQuickWindow]:
    qmlRegisterType(Trap, "TrapsForTests", 1, 0, "Trap")  # type: ignore[call-overload]  # the stub wants bytes, PySide a str
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(PAGE, QUrl())
    made = component.create()
    assert isinstance(made, QQuickWindow), component.errorString()
    yield made
    Trap.spring = staticmethod(lambda: None)
    made.destroy()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QAccessible.setActive(was_active)


def test_things_are_listed_in_reading_order(window: QQuickWindow) -> None:
    assert [thing.name for thing in list_things(window)] == ["trap", *map(str, range(40))]


def test_a_page_that_goes_while_it_is_looked_at_harms_nothing(window: QQuickWindow) -> None:
    def leave() -> None:
        window.setProperty("there", False)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    Trap.spring = staticmethod(leave)
    assert list_things(window) == []
