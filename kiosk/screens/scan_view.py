"""What the camera sees, as the home page shows it. From QML: ``ScanView``."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.scanning.events import (
    CameraBack,
    CameraLost,
    Located,
    ScannerEvent,
    Settled,
    SourceEnded,
    Unreadable,
)
from kiosk.scanning.frame import Frame
from kiosk.scanning.meaning import MeaningKind, find_meaning
from kiosk.screens.engine import get_models
from kiosk.screens.rooms import Rooms, Scanner
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class ScanView(QObject):
    """Runs the scanner while a page shows it, and answers what it reads.

    ``answer`` is "" or why a code led nowhere: ``foreign``, ``newer`` or ``unreadable``.
    """

    changed = Signal()
    outline_changed = Signal()
    recognised = Signal()
    _arrived = Signal(object)

    def __init__(self, rooms: Rooms, flow: VisitFlow) -> None:
        super().__init__()
        self._library = rooms.library
        self._visit = rooms.visit
        self._flow = flow
        self._state = "absent"
        self._answer = ""
        self._outline: list[dict[str, float]] = []
        # Events come on the scanner's thread; the queue brings them to this object's own.
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._scanner: Scanner | None = None
        self._is_started = False
        if rooms.make_scanner is not None:
            self._scanner = rooms.make_scanner(self._arrived.emit)
            self._state = "starting"
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> ScanView:
        """Hand QML the one object the shell made."""
        return get_models(engine).scan

    def latest_frame(self) -> Frame | None:
        """Return the newest frame, or None where there is none."""
        return self._scanner.latest_frame() if self._scanner else None

    def close(self) -> None:
        """Stop the scanner; its thread is gone afterwards."""
        if self._scanner is not None:
            self._scanner.stop()
            self._scanner = None

    @Slot()
    def forget(self) -> None:
        """Take away the last answer."""
        self._answer = ""
        self._outline = []
        self.changed.emit()
        self.outline_changed.emit()

    @Slot()
    def _follow(self) -> None:
        """Scan on the page that shows it only; with no visit the camera is off."""
        if self._scanner is None:
            return
        if self._flow.shown == "home":
            if not self._is_started:
                self._scanner.start()
                self._is_started = True
            self._scanner.resume()
        elif self._is_started:
            self._scanner.pause(release_camera=not self._flow.is_visiting)
            if self._outline:
                self._outline = []
                self.outline_changed.emit()

    @Slot(object)
    def _take(self, event: ScannerEvent) -> None:
        if self._scanner is None:
            return
        if isinstance(event, Located):
            self._set_state("seeing")
            self._draw(event)
        elif isinstance(event, Settled):
            self._set_state("seeing")
            self._act(event.code.text)
        elif isinstance(event, Unreadable):
            self._refuse("unreadable")
        elif isinstance(event, CameraLost | SourceEnded):
            self._set_state("lost")
        elif isinstance(event, CameraBack):
            self._set_state("seeing")

    def _act(self, text: str) -> None:
        if self._flow.shown != "home":
            return
        meaning = find_meaning(text, self._library)
        if meaning.kind is MeaningKind.STOP:
            self._answer = ""
            self.recognised.emit()
            self._flow.open_stop(meaning.stop_id, "code")
        else:
            self._refuse(str(meaning.kind))

    def _refuse(self, why: str) -> None:
        if self._flow.shown != "home":
            return
        self._visit.scan_failed(why)
        self._answer = why
        self.changed.emit()

    def _draw(self, event: Located) -> None:
        self._outline = [
            {"x": x / event.width_px, "y": y / event.height_px, "ratio": event.width_px / event.height_px}
            for code in event.codes[:1]
            for x, y in code.corners
        ]
        self.outline_changed.emit()

    def _set_state(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit()

    state = Property(str, lambda self: self._state, notify=changed)
    answer = Property(str, lambda self: self._answer, notify=changed)
    outline = Property(list, lambda self: self._outline, notify=outline_changed)
