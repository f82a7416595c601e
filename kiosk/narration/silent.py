"""Text alone being told: its captions run by the clock, at the pace of a narration."""

from __future__ import annotations

from kiosk.model.errors import KioskError
from kiosk.narration.captions import estimate_cues, reading_time_ms
from kiosk.narration.choose import Narration
from kiosk.narration.cues import CueTrack
from kiosk.narration.performance import Place, Stage
from kiosk.narration.sound import Ticker


class SilentPerformance:
    """Needs no player, no voice and no sound device: the last way to tell a story never fails."""

    def __init__(self, narration: Narration, ticker: Ticker, stage: Stage) -> None:
        self._ticker = ticker
        self._stage: Stage | None = stage
        self._duration_ms = reading_time_ms(narration.text)
        self._track = CueTrack(estimate_cues(narration.text, self._duration_ms))
        self._rate = 1.0
        self._from_ms = 0.0
        self._since_ms: int | None = None

    def start(self, place: Place) -> None:
        """Stand at a place: its time, or the sentence's where only that is known.

        Raises:
            KioskError: ``narration.nothing-to-say``: there is no text.
        """
        if not self._track.cues:
            raise KioskError(
                "The stop tells nothing",
                code="narration.nothing-to-say",
                expected="a text or a recording",
                found="neither",
                remedy="tell the site's curator",
            )
        sentence = self._track.cues[self._track.find_cue_at_character(place.character)]
        self._from_ms = min(place.ms or sentence.start_ms, self._duration_ms)

    def prime(self) -> None:
        """Need nothing: it has no sound."""

    def play(self) -> None:
        """Go on."""
        if self._from_ms >= self._duration_ms:
            self._from_ms = 0.0
        self._since_ms = self._ticker.now_ms()
        if self._stage:
            self._stage.performance_ready()

    def pause(self) -> None:
        """Stand still."""
        self._from_ms, self._since_ms = self._position(), None

    def stop(self, fade_ms: int = 0) -> None:
        """Forget the stage."""
        del fade_ms  # nothing is heard
        self.pause()
        self._stage = None

    def seek_ms(self, position_ms: int) -> None:
        """Go to a position."""
        self._from_ms = max(0, min(position_ms, self._duration_ms))
        if self._since_ms is not None:
            self._since_ms = self._ticker.now_ms()

    def set_rate(self, rate: float) -> None:
        """Set the speed."""
        self.seek_ms(self.position_ms)
        self._rate = rate

    def tick(self) -> None:
        """Notice the end."""
        if self._since_ms is not None and self._position() >= self._duration_ms:
            self.pause()
            if self._stage:
                self._stage.performance_ended()

    @property
    def position_ms(self) -> int:
        """Return how far the words have run."""
        return round(self._position())

    @property
    def duration_ms(self) -> int:
        """Return the time the text takes to read."""
        return self._duration_ms

    @property
    def track(self) -> CueTrack:
        """Return the captions."""
        return self._track

    def _position(self) -> float:
        passed_ms = 0 if self._since_ms is None else self._ticker.now_ms() - self._since_ms
        return min(self._duration_ms, self._from_ms + passed_ms * self._rate)
