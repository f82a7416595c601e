"""One running guide: its rooms made together, joined, and closed together.

The only place that names the concrete classes behind the screens' interfaces.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.data_folder import DataFolder
from kiosk.app.embedded_packs import install_embedded_packs
from kiosk.app.sending import Sending
from kiosk.app.voice import Voice
from kiosk.guide.nearby import find_nearby
from kiosk.guide.next_stops import suggest_next
from kiosk.model.errors import KioskError
from kiosk.packs.blobs import BlobStore
from kiosk.packs.library import Library
from kiosk.packs.store import PackStore
from kiosk.screens.background import QtBackground
from kiosk.screens.rooms import Rooms
from kiosk.visits.clock import SystemClock
from kiosk.visits.handover import Handover
from kiosk.visits.identity import load_device
from kiosk.visits.log import EventLog
from kiosk.visits.visit import Visit

if TYPE_CHECKING:
    from kiosk.narration.sound import SoundTap
    from kiosk.scanning.events import ScannerEvent
    from kiosk.scanning.scanner import Scanner
    from kiosk.scanning.source import FrameSource

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fitting:
    """What this device is fitted with.

    Attributes:
        open_camera: Makes the frame source, when the first page with a camera is shown; None for none.
        hub: Address of the operator's hub; "" keeps facts here.
        fold_after_visits: How many ended visits wait for each other before their facts may leave.
        volume: The loudest the device plays, 0 to 1.
        sound_tap: Is given what is heard, for a rehearsal's ears.
        on_scanner_event: Is told what the scanner tells, on the scanner's thread, before the screens are.
    """

    open_camera: Callable[[], FrameSource] | None
    hub: str = ""
    fold_after_visits: int = 5
    volume: float = 1.0
    sound_tap: SoundTap | None = None
    on_scanner_event: Callable[[ScannerEvent], None] | None = None


class Device:
    """The rooms of one guide. Lives on the interface thread; made after the QGuiApplication.

    Attributes:
        rooms: What the screens are opened over.
        library: All installed packs.
        sending: The way to the hub.

    Raises:
        KioskError: ``visits.log-in-use`` and the like, when the data folder cannot serve this guide.
    """

    def __init__(self, folder: DataFolder, fitting: Fitting) -> None:
        self._fitting = fitting
        with ExitStack() as parts:
            self.library = self._open_library(folder.path, parts)
            self._clock = SystemClock()
            device = load_device(folder.path)
            self.sending = Sending(folder.path, device, fitting.hub, self._clock.correct)
            parts.callback(self.sending.close)
            self._log = EventLog(folder.path / "events.db", device, self._clock, _note)
            parts.callback(self._log.close)
            self._handover = Handover(self._log, self.sending, after_visits=fitting.fold_after_visits)
            self._background = QtBackground()
            parts.callback(self._background.close)
            self.visit = Visit(self._log, self.settle)
            self.voice = Voice(
                self.library,
                self._background,
                self.visit.incident,
                volume=fitting.volume,
                tap=fitting.sound_tap,
            )
            parts.callback(self.voice.close)
            self.rooms = self._make_rooms()
            for problem in (folder.problem, *self.library.problems):
                if problem is not None:
                    self.report(problem)
            self.settle()
            self._parts = parts.pop_all()

    def settle(self) -> None:
        """Fold and wipe ended visits, and hand facts over where enough have come together."""
        self._handover.settle(self.visit.id).add_done_callback(_note_unsettled)

    def start_sending(self) -> None:
        """Begin to send facts to the hub, where one is set; a wrong address is for staff, not for visitors."""
        try:
            self.sending.start()
        except KioskError as problem:
            self.report(problem)

    def report(self, problem: KioskError) -> None:
        """Note a problem for staff: in words in the diary, by its code in the log."""
        _note(problem)
        self.visit.incident(problem.code)

    def close(self) -> None:
        """Close every room, the last opened first; no thread, player or connection is left."""
        self.visit.end("staff")
        self._parts.close()

    def _make_rooms(self) -> Rooms:
        return Rooms(
            library=self.library,
            visit=self.visit,
            narrator=self.voice.narrator,
            make_scanner=self._make_scanner if self._fitting.open_camera else None,
            suggest=suggest_next,
            nearby=find_nearby,
            background=self._background,
            clock=self._clock,
            can_speak=self.voice.can_speak,
        )

    def _make_scanner(self, on_event: Callable[[ScannerEvent], None]) -> Scanner:
        from kiosk.scanning.ladder import Ladder
        from kiosk.scanning.scanner import Scanner

        assert self._fitting.open_camera is not None
        overhear = self._fitting.on_scanner_event

        def tell(event: ScannerEvent) -> None:
            if overhear is not None:
                overhear(event)
            on_event(event)

        return Scanner(self._fitting.open_camera(), Ladder(), tell)

    @staticmethod
    def _open_library(folder: Path, parts: ExitStack) -> Library:
        """Open the packs; where even their register cannot be read, a library with nothing but the reason."""
        try:
            store = PackStore(folder)
            parts.callback(store.close)
            refusals = [one.error for one in install_embedded_packs(store) if one.error is not None]
            library = store.open_library()
        except KioskError as problem:
            refusals, library = [problem], Library([], BlobStore(folder / "packs"), [])
        library.problems.extend(refusals)
        parts.callback(library.close)
        return library


def _note(problem: KioskError) -> None:
    logger.warning("%s", problem)


def _note_unsettled(settled: Future[bool]) -> None:
    """Say why facts still wait: nothing is lost, and the next visit's end tries again."""
    if error := settled.exception():
        logger.warning("visits wait to be folded: %s", error)
