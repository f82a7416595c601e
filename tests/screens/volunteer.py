"""A volunteer before the staff pages: hands that touch, hold and press keys, and eyes that read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.fake_staff import FakeDesk
from tests.screens.measure import polish


class Device:
    """A device with the mill on it, and hands to use it."""

    def __init__(self, shell: Shell, rooms: FakeRooms, desk: FakeDesk, settle: Callable[[], None]) -> None:
        self.shell, self.rooms, self.desk = shell, rooms, desk
        self._settle = settle

    def rest(self) -> None:
        self._settle()
        polish(self.shell.window.rootObject())
        self._settle()

    def touch(self, *names: str) -> None:
        for name in names:
            self.shell.tap(name)
            self.rest()

    def come_in(self, pin: str = "2468") -> None:
        self.rest()
        if self.shell.find("staff") is None:
            self.ask()
        self.touch(*(f"digit-{digit}" for digit in pin), "pin-go")

    def ask(self) -> None:
        """Ask for the pages as the notice, the corner and the keys do."""
        self.shell.models.door.ask()
        self.rest()

    def hold_corner(self) -> None:
        """Hold the marked corner as long as it takes."""
        corner = self.shell.find("staff-corner")
        assert corner is not None
        place = corner.mapToScene(QPointF(corner.width() / 2, corner.height() / 2)).toPoint()
        QTest.mousePress(self.shell.window, Qt.MouseButton.LeftButton, pos=place)
        QTest.qWait(3_200)
        QTest.mouseRelease(self.shell.window, Qt.MouseButton.LeftButton, pos=place)
        self.rest()

    def sees(self, name: str) -> str:
        self.rest()
        item = self.shell.find(name)
        assert item is not None, f"{name} is not shown"
        return str(item.property("text"))

    def has(self, name: str) -> bool:
        self.rest()
        return self.shell.find(name) is not None

    def reads(self) -> str:
        """Return all words on the screen."""
        self.rest()
        return "\n".join(_list_words(self.shell.window.contentItem()))


def _list_words(item: QQuickItem) -> list[str]:
    found = []
    for child in item.childItems():
        if child.isVisible():
            if child.inherits("QQuickText") and child.property("text"):
                found.append(str(child.property("text")))
            found += _list_words(child)
    return found


def press(device: Device, key: Qt.Key, until: str, limit: int = 40) -> None:
    """Press a key until the control of this name has the focus."""
    for _ in range(limit):
        focused = device.shell.window.activeFocusItem()
        if focused is not None and focused.objectName() == until:
            return
        QTest.keyClick(device.shell.window, key)
        device.rest()
    raise AssertionError(f"the keys do not lead to {until}")
