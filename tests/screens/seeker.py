"""Somebody who looks for a stop: before the home page, with what they do and see."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.fake_scanner import FakeScanner
from tests.screens.measure import polish

MINAR, PILLAR, GATE = "qutb/qutb-minar", "qutb/iron-pillar", "qutb/alai-darwaza"


class Seeker:
    """A visitor before the home page, and what they do and see."""

    def __init__(
        self, shell: Shell, fakes: FakeRooms, settle: Callable[[], None], language: str = "en"
    ) -> None:
        self.shell, self.fakes, self._settle = shell, fakes, settle
        shell.models.flow.begin()
        shell.models.flow.choose_language(language)
        self.rest()

    @property
    def camera(self) -> FakeScanner:
        assert self.fakes.scanner is not None
        return self.fakes.scanner

    @property
    def told(self) -> list[tuple[str, ...]]:
        """What whoever cares for the labels was told."""
        return self.fakes.labels.told

    def rest(self) -> None:
        self._settle()
        polish(self.shell.window.rootObject())
        self._settle()

    def touch(self, *names: str) -> None:
        for name in names:
            self.shell.tap(name)
            self.rest()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.shell.window, key)
            self.rest()

    def write(self, text: str) -> None:
        """Type on a keyboard."""
        for sign in text:
            QTest.keyClick(self.shell.window, ord(sign.upper()))
            self.rest()

    def item(self, name: str) -> QQuickItem:
        self.rest()
        found = self.shell.find(name)
        assert found is not None, f"{name} is not on the page {self.shell.page}"
        return found

    def reads(self, name: str) -> str:
        return str(self.item(name).property("text"))

    def sees(self, name: str) -> bool:
        self.rest()
        return self.shell.find(name) is not None

    def is_at(self, stop_id: str) -> bool:
        self.rest()
        return self.shell.page == "stop" and self.shell.models.stop.property("stop_id") == stop_id
