"""The page that is shown: a stop's that the camera found is turned to when its story has set in. From QML: ``PageTurn``."""

from __future__ import annotations

import time

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.narration.listening import NarrationState
from kiosk.screens.engine import get_models
from kiosk.screens.rooms import Rooms
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_EVERY_MS = 3

LONGEST_HOLD_MS = 80
"""From the recognition on. The tick takes 35 of them, a recording 10 more, live speech some 40; nobody waits longer for a page."""


@QmlElement
@QmlSingleton
class PageTurn(QObject):
    """Shows the flow's page at once, but for a stop's that was recognised just now.

    Building that page keeps the interface thread busy for 25 to 80 ms, and Qt's player needs this thread until the sound
    has begun: the page built first was what the visitor waited for in silence.
    """

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow) -> None:
        super().__init__()
        self._narrator = rooms.narrator
        self._flow = flow
        self._page = flow.shown
        self._until_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> PageTurn:
        """Hand QML the one object the shell made."""
        return get_models(engine).turn

    @property
    def shown(self) -> str:
        """The page that is shown, for Python; QML binds to ``page``."""
        return self._page

    @Slot()
    def hold(self) -> None:
        """Take it that a stop is about to be opened by the camera, and its story told."""
        self._until_s = time.monotonic() + LONGEST_HOLD_MS / 1000
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Turn to the stop's page where its story has set in, is not to be heard, or takes too long."""
        is_late = time.monotonic() >= self._until_s
        if is_late or self._narrator.is_under_way or not self._is_about_to_tell():
            self._turn()

    def close(self) -> None:
        """Wait for nothing any more."""
        self._timer.stop()

    @Slot()
    def _follow(self) -> None:
        if self._flow.shown != "stop" or not self._timer.isActive():
            self._turn()

    def _is_about_to_tell(self) -> bool:
        return self._narrator.state in (NarrationState.PREPARING, NarrationState.PLAYING)

    def _turn(self) -> None:
        self._timer.stop()
        if self._page != self._flow.shown:
            self._page = self._flow.shown
            self.changed.emit()

    page = Property(str, lambda self: self._page, notify=changed)
