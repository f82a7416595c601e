"""``kiosk say`` without a file: the story is told aloud, its captions printed as they come."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from kiosk.app.output import Output
from kiosk.model.errors import KioskError
from kiosk.narration.choose import Narration
from kiosk.narration.narrator import EndReason, NarrationListener, NarrationState, Narrator
from kiosk.speech.speech import Speech

if TYPE_CHECKING:
    from kiosk.packs.library import Library


class _Teller(NarrationListener):
    """Prints the captions as they come, and notes how it ended."""

    def __init__(self, out: Output, narrator: Narrator) -> None:
        self._out = out
        self._narrator = narrator
        self._started = time.monotonic()
        self._cue = -1
        self.told: Narration | None = None
        self.first_ms: int | None = None
        self.is_over = False
        self.heard_ms = 0
        self.error: KioskError | None = None

    def narration_told(self, narration: Narration) -> None:
        self.told = narration

    def narration_state(self, state: NarrationState) -> None:
        if state is NarrationState.PLAYING and self.first_ms is None:
            self.first_ms = round((time.monotonic() - self._started) * 1000)

    def narration_caption(self, cue: int, word: int) -> None:  # noqa: ARG002  the sentence is what is printed
        if cue != self._cue and cue >= 0:
            self._cue = cue
            self._out.note(self._narrator.cues[cue].text)

    def narration_no_sound(self) -> None:
        self._out.note("(this device has no sound output: only the words run)")

    def narration_incident(self, error: KioskError) -> None:
        self._out.note(f"({error})")

    def narration_failed(self, error: KioskError) -> None:
        self.error = error

    def narration_ended(self, reason: EndReason, heard_ms: int) -> None:  # noqa: ARG002  over is over
        self.is_over, self.heard_ms = True, heard_ms


def tell_aloud(
    narration: Narration, library: Library | None, speech: Speech, rate: float, out: Output
) -> tuple[Narration, dict[str, Any]]:
    """Tell a story to its end; return what was told, which may be another way than asked, and what was heard of it.

    Raises:
        KioskError: It could not be told in any way.
    """
    from PySide6.QtCore import QCoreApplication, QEventLoop

    from kiosk.app.qt_application import make_application

    # Before the player: what Qt has to say while that is loaded is for the diary.
    app = QCoreApplication.instance() or make_application(off_screen=True)

    from kiosk.narration.player import QtPlayer
    from kiosk.narration.qt_ticker import QtTicker
    from kiosk.screens.background import QtBackground

    player, background = QtPlayer(), QtBackground()
    find_path = library.media_path if library else lambda _: None
    find_bytes = library.media_bytes if library else lambda _: None
    narrator = Narrator(player, speech, background, QtTicker(), find_path, find_bytes)
    teller = _Teller(out, narrator)
    narrator.add_listener(teller)
    try:
        narrator.set_rate(rate)
        narrator.tell(narration)
        while not teller.is_over:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        duration_ms, has_output = narrator.duration_ms, player.has_output
    finally:
        narrator.close()
        background.close()
        player.close()
    if teller.error:
        raise teller.error
    assert teller.told is not None  # what has ended has been told
    heard = {"duration_ms": duration_ms, "heard_ms": teller.heard_ms, "first_ms": teller.first_ms}
    return teller.told, {**heard, "has_output": has_output}
