"""Where a rehearsal takes place: the real app off screen, its camera, its listener's ears, and a hub."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop, QPointF, QTimer

from kiosk.app.data_folder import DataFolder
from kiosk.app.device import Device, Fitting
from kiosk.app.rehearsal.directed_camera import DirectedCamera
from kiosk.app.rehearsal.ears import Ears
from kiosk.app.rehearsal.folder_printer import FolderPrinter
from kiosk.app.rehearsal.hand_drives import HandDrives
from kiosk.app.rehearsal.hub_process import HubProcess
from kiosk.app.rehearsal.spoken_into import SpokenInto
from kiosk.app.rehearsal.walked_receiver import WalkedReceiver
from kiosk.app.ticket_desk import TicketFitting
from kiosk.app.window import open_window
from kiosk.model.errors import KioskError
from kiosk.narration.narrator import NarrationState, Narrator
from kiosk.packs.store import PREVIEW, SIGNED
from kiosk.screens.shell import Shell

if TYPE_CHECKING:
    from kiosk.scanning.events import ScannerEvent

POLL_S = 0.008
LOOK_S = 0.06
MOST_LOOKS = 40
PAGE_TIMEOUT_S = 20.0
# Long and odd, so that it is found in any file that holds it.
STUDY = "rehearsed-ways-through-the-site"
# A visitor has longer; nobody has to decide anything here.
CONTINUE_AFTER_S = 3
SOUND_FILE = "heard.wav"
PAPER_FOLDER = "paper"


class Stage:
    """The parts of a rehearsal, opened in order and closed in reverse.

    Attributes:
        out: The folder that pictures and sound are written to.
        device: The guide under rehearsal.
        shell: Its window, off screen.
        camera: What the guide sees.
        drives: Where sticks are plugged in; a preview has no staff pages.
        printer: What passes are printed with, into the folder ``paper``.
        receiver: What tells the guide its place.
        ears: What the visitor hears.
        hub: The operator's hub; not started yet.
        events: What the scanner told, with the newest last; cleared by :meth:`look_afresh`.
        words: The words marked since then: the sentence each is in, and where it begins.
    """

    def __init__(
        self,
        data: DataFolder,
        out: Path,
        size_px: tuple[int, int],
        *,
        preview: bool = False,
        tickets: TicketFitting | None = None,
    ) -> None:
        self.out = out
        self.events: list[ScannerEvent] = []
        self.words: set[tuple[str, int]] = set()
        self._pictures = 0
        with ExitStack() as parts:
            self.hub = HubProcess(data.path / "rehearsal-hub.db")
            parts.callback(self.hub.stop)
            self.camera = DirectedCamera()
            self.drives = HandDrives()
            self.ears = Ears(out / SOUND_FILE)
            parts.callback(self.ears.close)
            self.printer = FolderPrinter(out / PAPER_FOLDER)
            self.receiver = WalkedReceiver()
            fitting = Fitting(
                open_camera=lambda: self.camera,
                make_receiver=lambda: self.receiver,
                make_microphone=SpokenInto,
                make_printer=lambda: self.printer,
                hub=self.hub.address,
                fold_after_visits=1,
                continue_after_s=CONTINUE_AFTER_S,
                sound_tap=self.ears.hear,
                on_scanner_event=self.events.append,
                trusting=PREVIEW if preview else SIGNED,
                study=STUDY,
                watch_drives=None if preview else lambda: self.drives,
                tickets=tickets or TicketFitting(),
            )
            self.device = Device(data, fitting)
            parts.callback(self.device.close)
            started = time.monotonic()
            self.shell: Shell = open_window(self.device, size_px=size_px, preview=preview)
            parts.callback(self.shell.close)
            self._frames = 0
            self.shell.window.frameSwapped.connect(self._count_frame)
            self.shell.models.captions.word_changed.connect(self._note_word)
            self.shell.window.grabWindow()
            self.first_frame_ms = round((time.monotonic() - started) * 1000)
            self.device.start_sending()
            self.device.start_desk()
            self._parts = parts.pop_all()

    def close(self) -> None:
        """End the rehearsal; nothing is left running."""
        self._parts.close()

    def read(self, model: str, name: str) -> Any:
        """Return a property of a view-model as the pages see it, for example ``read("bar", "state")``."""
        return getattr(self.shell.models, model).property(name)

    @property
    def narrator(self) -> Narrator:
        """The guide's narrator, to know what is being told."""
        return self.device.voice.narrator

    @property
    def is_told(self) -> bool:
        """Whether a story is being told now."""
        return self.narrator.state is NarrationState.PLAYING

    @property
    def is_told_to_end(self) -> bool:
        """Whether the story has been told to its end."""
        return self.narrator.state is NarrationState.ENDED

    def wait(self, until: Callable[[], bool], timeout_s: float, what: str) -> int:
        """Let the app run until something is so, and return how many ms it took.

        Raises:
            KioskError: ``app.rehearsal-stuck`` when it is not so after ``timeout_s``.
        """
        started = time.monotonic()
        while not until():
            if time.monotonic() - started > timeout_s:
                raise KioskError(
                    "The rehearsal could not go on",
                    thing=what,
                    expected=f"it within {timeout_s:g} s",
                    found=f"page {self.shell.page}",
                    remedy="Look at the last picture in the rehearsal's folder",
                    code="app.rehearsal-stuck",
                )
            self.let_run(POLL_S)
        return round((time.monotonic() - started) * 1000)

    def let_run(self, seconds: float) -> None:
        """Let the app run for a while."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def tap(self, name: str, *, page: str | None = None) -> int:
        """Touch an item, once it is there and stands still; return how many ms until ``page`` is painted.

        Without ``page`` nothing is waited for and 0 comes back.

        Raises:
            KioskError: ``app.rehearsal-stuck`` when there is no such item, or the page does not come.
        """
        self.wait(
            lambda: self.shell.find(name) is not None, PAGE_TIMEOUT_S, f"something to touch called {name}"
        )
        self._wait_for_rest(name)
        frames = self._frames
        self.shell.tap(name)
        if page is None:
            return 0
        return self.wait(
            lambda: self.shell.page == page and self._frames > frames, PAGE_TIMEOUT_S, f"page {page}"
        )

    def shoot(self, name: str) -> str:
        """Save what is shown as a numbered PNG and return its file name. Movements are let come to rest first."""
        self.let_run(0.35)
        self._pictures += 1
        file_name = f"{self._pictures:02d}-{name}.png"
        self.shell.grab(self.out / file_name)
        return file_name

    def look_afresh(self) -> None:
        """Forget what the scanner told and which words were marked so far."""
        self.events.clear()
        self.words.clear()

    def _wait_for_rest(self, name: str) -> None:
        """Wait until an item has stopped moving: nobody touches what slides away under the finger."""
        last = None
        for _ in range(MOST_LOOKS):
            item = self.shell.find(name)
            place = item.mapToScene(QPointF(0, 0)) if item is not None else None
            if place is not None and place == last:
                return
            last = place
            self.let_run(LOOK_S)

    def _count_frame(self) -> None:
        self._frames += 1

    def _note_word(self) -> None:
        if caption := self.read("captions", "caption"):
            self.words.add((caption, self.read("captions", "word").x()))
