"""A recording being told."""

from __future__ import annotations

from pathlib import Path

from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.narration.captions import Timings, estimate_cues, read_timings
from kiosk.narration.choose import Narration
from kiosk.narration.cues import CueTrack
from kiosk.narration.performance import Place, Stage
from kiosk.narration.sound import Player

# A recording that ends with more than this missing was cut short, not merely measured otherwise.
_MISSING_MS = 2_000


class RecordedPerformance:
    """Plays a recording; captions come from its timings, or by the lengths of the sentences."""

    def __init__(
        self,
        narration: Narration,
        source: Path | bytes,
        player: Player,
        background: Background,
        stage: Stage,
    ) -> None:
        assert narration.recording is not None
        self._recording = narration.recording
        self._text = narration.text
        self._source = source
        self._player = player
        self._background = background
        self._stage: Stage | None = stage
        self._track = CueTrack(estimate_cues(self._text, self._recording.duration_ms))
        self._from_character = 0

    def start(self, place: Place) -> None:
        """Open the recording and stand at a place: its time, or the sentence's where only that is known."""
        self._player.open(self._source, self)
        if place.ms:
            self._player.seek_ms(max(0, min(place.ms, self.duration_ms)))
        else:
            self._from_character = place.character
            self._go_to_character()
        if timings := self._recording.timings:
            text = self._text
            self._background.submit(lambda: read_timings(timings, text), self._take_timings, self._do_without)

    def prime(self) -> None:
        """Let it sound already."""
        self._player.play()

    def play(self) -> None:
        """Play on."""
        self._player.play()
        if self._stage:
            self._stage.performance_ready()

    def pause(self) -> None:
        """Stand still."""
        self._player.pause()

    def stop(self, fade_ms: int = 0) -> None:
        """Let go of the recording."""
        self._stage = None
        self._player.stop(fade_ms)

    def seek_ms(self, position_ms: int) -> None:
        """Go to a position."""
        self._from_character = 0
        self._player.seek_ms(max(0, min(position_ms, self.duration_ms)))

    def set_rate(self, rate: float) -> None:
        """Set the speed."""
        self._player.set_rate(rate)

    def tick(self) -> None:
        """Need nothing: the player has its own clock."""

    @property
    def position_ms(self) -> int:
        """Return the media time heard by now."""
        return self._player.position_ms

    @property
    def duration_ms(self) -> int:
        """Return the length that was measured when the pack was built, else the player's."""
        return self._recording.duration_ms or self._player.duration_ms

    @property
    def track(self) -> CueTrack:
        """Return the captions."""
        return self._track

    def sound_ended(self) -> None:
        """Pass on that the recording is over, unless it is over too soon."""
        missing_ms = self._recording.duration_ms - self._player.position_ms
        if self._stage and missing_ms > _MISSING_MS:
            self._stage.performance_failed(self._make_short_error(missing_ms))
        elif self._stage:
            self._stage.performance_ended()

    def sound_failed(self, error: KioskError) -> None:
        """Pass on that it cannot be played."""
        if self._stage:
            self._stage.performance_failed(error)

    def sound_output_lost(self) -> None:
        """Pass on that the player has paused."""
        if self._stage:
            self._stage.performance_paused()

    def sound_output_back(self) -> None:
        """Pass on that it can be heard again."""
        if self._stage:
            self._stage.performance_audible()

    def _go_to_character(self) -> None:
        if self._from_character and self._track.cues:
            cue = self._track.cues[self._track.find_cue_at_character(self._from_character)]
            self._player.seek_ms(cue.start_ms)

    def _take_timings(self, timings: Timings) -> None:
        if not self._stage:
            return
        self._track = CueTrack(timings.cues)
        self._go_to_character()
        self._from_character = 0
        self._stage.performance_changed()
        if timings.faults:
            self._stage.performance_incident(self._make_faulty_error(timings.faults))

    def _do_without(self, error: Exception) -> None:
        if not isinstance(error, KioskError):
            raise error
        if self._stage:
            self._stage.performance_incident(error)

    def _make_faulty_error(self, faults: tuple[str, ...]) -> KioskError:
        return KioskError(
            "Some captions of the recording were left out",
            code="narration.timings-faulty",
            thing=self._recording.sha256[:12],
            found=faults[0] if len(faults) == 1 else f"{faults[0]}; and {len(faults) - 1} more",
            remedy="mend the recording's .vtt file: kiosk pack check",
        )

    def _make_short_error(self, missing_ms: int) -> KioskError:
        return KioskError(
            "The recording ends too soon",
            code="narration.recording-short",
            thing=self._recording.sha256[:12],
            expected=f"{self._recording.duration_ms / 1000:.1f} s",
            found=f"{missing_ms / 1000:.1f} s less",
            remedy="install the pack again",
        )
