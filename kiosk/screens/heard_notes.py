"""What the visit's log is told of the voice: where it is at each start, stop and leap."""

from __future__ import annotations

from kiosk.narration.choose import Narration
from kiosk.narration.listening import EndReason, NarrationState
from kiosk.screens.rooms import Narrator
from kiosk.visits.visit import Visit


class HeardNotes:
    """Follows one narrator for the log, which counts by itself how much was heard."""

    def __init__(self, visit: Visit, narrator: Narrator) -> None:
        self._visit = visit
        self._narrator = narrator
        self._told: Narration | None = None
        self._version = ""
        self._is_open = False

    def begin(self, told: Narration, version: str = "") -> None:
        """Note what is told from here on; ``version`` is which of two on trial it is, "" where none is."""
        self._told, self._version = told, version
        recorded = told.recording.duration_ms if told.recording else self._narrator.duration_ms
        depth, kind = str(told.depth), str(told.kind)
        self._visit.narration_started(told.language, depth, kind, recorded, version=version)
        self._is_open = True

    def begin_again(self) -> None:
        """Note it anew where it goes on after its end, or after the log has closed it."""
        if not self._is_open and self._told is not None:
            self.begin(self._told, self._version)

    def report(self, rate: float) -> None:
        """Note where the voice is; ``rate`` is its speed since the last report."""
        self._visit.narration_progress(
            self._narrator.position_ms,
            playing=self._narrator.state is NarrationState.PLAYING,
            rate=rate,
        )

    def end(self, reason: EndReason) -> None:
        """Note why it is over."""
        self._is_open = False
        self._visit.narration_ended(str(reason))

    def lapse(self) -> None:
        """Take it that the log has closed the stop: what is heard from here on is told to it anew."""
        self._is_open = False

    def forget(self) -> None:
        """Know nothing of what was told: the visit is over."""
        self._told = None
        self._is_open = False
