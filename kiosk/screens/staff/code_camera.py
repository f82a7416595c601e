"""The camera of a staff page that codes are held before: on while the page wants it, and told of on the interface thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.scanning.events import (
    CameraLost,
    CameraReady,
    Located,
    ScannerEvent,
    Settled,
    Several,
    SourceEnded,
)
from kiosk.scanning.frame import Frame
from kiosk.screens.rooms import Scanner

MakeScanner = Callable[[Callable[[ScannerEvent], None]], Scanner]


class CodeCamera(QObject):
    """Scans for one page.

    ``state`` is absent (there is no camera), off, starting, seeing or lost; ``is_mirrored`` where it faces who holds it.
    """

    changed = Signal()
    seen = Signal(object)
    """A code that settled, or several at once: Settled or Several."""
    _arrived = Signal(object)

    def __init__(self, make_scanner: MakeScanner | None) -> None:
        super().__init__()
        self._make_scanner = make_scanner
        self._scanner: Scanner | None = None
        self.state = "off" if make_scanner else "absent"
        self.is_mirrored = False
        # Events come on the scanner's thread; the queue brings them to this object's own.
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def is_on(self) -> bool:
        """Whether it scans."""
        return self._scanner is not None

    def latest_frame(self) -> Frame | None:
        """Return the newest frame, or None where there is none."""
        return self._scanner.latest_frame() if self._scanner else None

    def open(self) -> None:
        """Begin to scan, where there is a camera."""
        if self._scanner is None and self._make_scanner is not None:
            self._scanner = self._make_scanner(self._arrived.emit)
            self.state = "starting"
            self._scanner.start()
            self.changed.emit()

    def close(self) -> None:
        """Stop the scanner; its thread is gone afterwards."""
        scanner, self._scanner = self._scanner, None
        if scanner is not None:
            scanner.stop()
            self.state = "off"

    @Slot(object)
    def _take(self, event: ScannerEvent) -> None:
        if self._scanner is not None and isinstance(event, Settled | Several):
            self.seen.emit(event)
        if self._scanner is None:
            return  # before, or because of what was seen
        if isinstance(event, CameraReady):
            self.is_mirrored = event.abilities.faces_user
        state = "lost" if isinstance(event, CameraLost | SourceEnded) else "seeing"
        if not (isinstance(event, Located) and self.state == state):
            self.state = state
            self.changed.emit()
