"""Tells stops' stories: one sound at a time in the whole app, and words whatever breaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.narration.choose import Narration, NarrationKind
from kiosk.narration.cues import Cue, CueTrack
from kiosk.narration.listening import EndReason, NarrationListener, NarrationState
from kiosk.narration.performance import Performance
from kiosk.narration.progress import Progress
from kiosk.narration.recorded import RecordedPerformance
from kiosk.narration.silent import SilentPerformance
from kiosk.narration.sound import FASTEST_RATE, SLOWEST_RATE, Player, Ticker
from kiosk.narration.spoken import SpokenPerformance
from kiosk.speech.engine import SpeechEngine

__all__ = ["EndReason", "NarrationListener", "NarrationState", "Narrator"]

TICK_MS = 40  # a word lasts 300 ms; a mark that is 40 ms late is not seen to be
BACK_MS = 10_000
LAST_MOMENT_MS = 50  # going to the very end still tells that it is the end
# A player that says it plays and does not move for so long has lost its device or its decoder.
STALLED_MS = 4_000


class Narrator:
    """Tells one narration at a time through the app's one player. Plain Python, interface thread only.

    What cannot be played gives way to its ``otherwise``, from the sentence it had come to.
    """

    def __init__(
        self,
        player: Player,
        engine: SpeechEngine,
        background: Background,
        ticker: Ticker,
        find_media_path: Callable[[str], Path | None],
        find_media_bytes: Callable[[str], bytes | None],
    ) -> None:
        self._player = player
        self._engine = engine
        self._background = background
        self._ticker = ticker
        self._find_media_path = find_media_path
        self._find_media_bytes = find_media_bytes
        self._listeners: list[NarrationListener] = []
        self._state = NarrationState.IDLE
        self._narration: Narration | None = None
        self._performance: Performance | None = None
        self._progress = Progress()
        self._rate = 1.0
        self._caption = (-1, -1)
        self._moved_at: tuple[int, int] = (0, 0)

    @property
    def state(self) -> NarrationState:
        """Return what the narrator is doing."""
        return self._state

    @property
    def narration(self) -> Narration | None:
        """Return what is being told now (it may have fallen back), None when idle."""
        return self._narration

    @property
    def position_ms(self) -> int:
        """Return the media time heard by now; 0 when idle."""
        return self._performance.position_ms if self._performance else 0

    @property
    def duration_ms(self) -> int:
        """Return the length as far as it is known; 0 when idle."""
        return self._performance.duration_ms if self._performance else 0

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Return the captions as far as they are known."""
        return self._track.cues

    @property
    def caption(self) -> tuple[int, int]:
        """Return (cue, word within it) being spoken; -1 where there is none."""
        return self._caption

    @property
    def heard_ms(self) -> int:
        """Return the distinct media time of this narration that was really heard, in milliseconds."""
        self._note_progress()
        return self._progress.heard_ms

    @property
    def rate(self) -> float:
        """Return the speed, 0.75 to 2."""
        return self._rate

    def add_listener(self, listener: NarrationListener) -> None:
        """Tell ``listener`` everything from now on."""
        self._listeners.append(listener)

    def remove_listener(self, listener: NarrationListener) -> None:
        """Tell ``listener`` no more."""
        self._listeners.remove(listener)

    def warm_up(self) -> None:
        """Load the decoders and ask for the voices, so that the first stop starts as fast as the tenth."""
        self._player.warm_up()
        self._background.submit(self._engine.voices, lambda _: None, self._note_no_voices)

    def tell(self, narration: Narration, *, after_ms: int = 0) -> None:
        """Tell another story from its beginning; the one being told ends as ``replaced``.

        It is shown at once and heard after ``after_ms``: so long something else is (the tick of recognition).
        """
        self._end(EndReason.REPLACED)
        self._progress = Progress()
        self._begin(narration, 0, play=after_ms <= 0)
        if after_ms > 0 and self._performance:
            self._set_state(NarrationState.PREPARING)
            self._ticker.start(after_ms, self._set_in)

    def pause(self) -> None:
        """Stand still."""
        if self._performance and self._state in (NarrationState.PLAYING, NarrationState.PREPARING):
            self._note_progress()
            self._performance.pause()
            self._set_state(NarrationState.PAUSED)

    def resume(self) -> None:
        """Go on after a pause; after the end, tell it again."""
        if self._performance and self._state is NarrationState.ENDED:
            self._performance.seek_ms(0)
        if self._performance and self._state in (NarrationState.PAUSED, NarrationState.ENDED):
            self._play(self._performance)

    def stop(self) -> None:
        """End the narration and forget it."""
        self._end(EndReason.STOPPED)
        self._set_state(NarrationState.IDLE)

    def back(self, ms: int = BACK_MS) -> None:
        """Go back; after the end, and tell the rest again."""
        self.seek_ms(self.position_ms - ms)

    def forward(self, ms: int = BACK_MS) -> None:
        """Go ahead."""
        self.seek_ms(self.position_ms + ms)

    def seek_ms(self, position_ms: int) -> None:
        """Go to a position, clamped to the narration; what is leapt over does not count as heard."""
        if self._performance is None:
            return
        self._note_progress()
        self._performance.seek_ms(max(0, min(position_ms, self.duration_ms - LAST_MOMENT_MS)))
        self._leap()
        if self._state is NarrationState.ENDED and position_ms < self.duration_ms:
            self._play(self._performance)
        self._show()

    def set_rate(self, rate: float) -> None:
        """Set the speed, clamped to 0.75-2; it holds for later narrations too."""
        self._rate = min(FASTEST_RATE, max(SLOWEST_RATE, rate))
        if self._performance:
            self._performance.set_rate(self._rate)

    def set_volume(self, volume: float) -> None:
        """Set the loudness as it is felt, 0 to 1."""
        self._player.set_volume(volume)

    def close(self) -> None:
        """Fall silent for good: stops the narration and the ticker. Player and engine are closed by their owner."""
        self.stop()
        self._ticker.stop()

    # What the performance tells (see performance.Stage).

    def performance_ready(self) -> None:
        """It is heard from now on."""
        self._leap()
        self._moved_at = (self._ticker.now_ms(), -1)
        self._set_state(NarrationState.PLAYING)

    def performance_progressed(self) -> None:
        """Count what was heard of a piece that is over."""
        self._note_progress()

    def performance_waits(self) -> None:
        """Nothing is heard for a moment."""
        self._note_progress()
        self._set_state(NarrationState.PREPARING)

    def performance_changed(self) -> None:
        """Cues or length are better known."""
        for listener in self._listeners:
            listener.narration_cues(self.cues)
        self._show()

    def performance_ended(self) -> None:
        """All has been told."""
        self._note_progress()
        self._show()
        self._set_state(NarrationState.ENDED)
        self._tell_ended(EndReason.FINISHED)

    def performance_failed(self, error: KioskError) -> None:
        """Go on another way, from the sentence that was being told."""
        self._note_progress()
        assert self._narration is not None
        self._fall_back(self._narration, error, self._find_character(), play=self._wants_to_play)

    def performance_incident(self, error: KioskError) -> None:
        """Pass on what staff should know."""
        for listener in self._listeners:
            listener.narration_incident(error)

    def performance_paused(self) -> None:
        """The headphones are out."""
        self._note_progress()
        self._set_state(NarrationState.PAUSED)
        for listener in self._listeners:
            listener.narration_output_lost()

    @property
    def _track(self) -> CueTrack:
        return self._performance.track if self._performance else CueTrack()

    @property
    def _wants_to_play(self) -> bool:
        return self._state in (NarrationState.PLAYING, NarrationState.PREPARING)

    def _begin(self, narration: Narration, from_character: int, *, play: bool) -> None:
        self._narration = narration
        try:
            performance = self._make_performance(narration)
            self._performance = performance
            performance.start(from_character)
        except KioskError as error:
            self._fall_back(narration, error, from_character, play=play)
            return
        performance.set_rate(self._rate)
        for listener in self._listeners:
            listener.narration_told(narration)
        self.performance_changed()
        self._warn_of_silence(narration)
        if play:
            self._set_state(NarrationState.PREPARING)
            self._play(performance)

    def _fall_back(self, narration: Narration, error: KioskError, from_character: int, *, play: bool) -> None:
        if self._performance:
            self._performance.stop()
            self._performance = None
        self._progress.change_medium()
        following = narration.otherwise
        # Speech needs the same device as the recording that stands still: words need none.
        while error.code == "narration.stalled" and following and following.otherwise:
            following = following.otherwise
        if following is None:
            self._fail(error)
            return
        self.performance_incident(error)
        share = len(following.text) / len(narration.text) if narration.text else 0
        self._begin(following, round(from_character * share), play=play)

    def _fail(self, error: KioskError) -> None:
        self._set_state(NarrationState.FAILED)
        for listener in self._listeners:
            listener.narration_failed(error)
        self._tell_ended(EndReason.FAILED)

    def _make_performance(self, narration: Narration) -> Performance:
        if narration.kind is NarrationKind.TEXT:
            self._player.stop()
            return SilentPerformance(narration, self._ticker, self)
        if narration.recording is None:
            return SpokenPerformance(narration, self._engine, self._player, self._background, self)
        source = self._get_media(narration.recording.sha256)
        return RecordedPerformance(narration, source, self._player, self._background, self)

    def _get_media(self, sha256: str) -> Path | bytes:
        found = self._find_media_path(sha256) or self._find_media_bytes(sha256)
        if found:
            return found
        raise KioskError(
            "The recording cannot be read",
            code="narration.recording-missing",
            thing=sha256[:12],
            found="no such medium in the installed packs",
            remedy="install the pack again",
        )

    def _warn_of_silence(self, narration: Narration) -> None:
        if narration.kind is not NarrationKind.TEXT and not self._player.has_output:
            for listener in self._listeners:
                listener.narration_no_sound()

    def _play(self, performance: Performance) -> None:
        self._ticker.start(TICK_MS, self._tick)
        performance.play()

    def _set_in(self) -> None:
        if self._performance and self._state is NarrationState.PREPARING:
            self._play(self._performance)

    def _tick(self) -> None:
        performance = self._performance
        if performance is None or not self._wants_to_play:
            self._ticker.stop()
            return
        performance.tick()
        if self._state is NarrationState.PLAYING:
            self._note_progress()
            self._watch_stall()
            self._show()

    def _watch_stall(self) -> None:
        now_ms, position_ms = self._ticker.now_ms(), self.position_ms
        if position_ms != self._moved_at[1]:
            self._moved_at = (now_ms, position_ms)
        elif now_ms - self._moved_at[0] > STALLED_MS:
            self.performance_failed(
                KioskError(
                    "The sound stands still",
                    code="narration.stalled",
                    found=f"{position_ms} ms for {STALLED_MS / 1000:.0f} s",
                    remedy="check the sound device: kiosk doctor",
                )
            )

    def _note_progress(self) -> None:
        if self._state is NarrationState.PLAYING:
            self._progress.advance_to(self.position_ms)

    def _leap(self) -> None:
        self._progress.leap_to(self.position_ms)

    def _show(self) -> None:
        position_ms = self.position_ms
        for listener in self._listeners:
            listener.narration_moved(position_ms, self.duration_ms)
        caption = self._track.find_word(position_ms)
        if caption != self._caption:
            self._caption = caption
            for listener in self._listeners:
                listener.narration_caption(*caption)

    def _find_character(self) -> int:
        # A player that failed no longer knows its position: the caption that was shown last tells it.
        cue = max(self._caption[0], self._track.find_cue(self.position_ms))
        return self.cues[cue].start if 0 <= cue < len(self.cues) else 0

    def _end(self, reason: EndReason) -> None:
        if self._performance is None:
            return
        self._note_progress()
        self._ticker.stop()
        was_told = self._state in (NarrationState.ENDED, NarrationState.FAILED)
        self._performance.stop()
        self._performance, self._narration, self._caption = None, None, (-1, -1)
        if not was_told:
            self._tell_ended(reason)

    def _tell_ended(self, reason: EndReason) -> None:
        for listener in self._listeners:
            listener.narration_ended(reason, self._progress.heard_ms)

    def _set_state(self, state: NarrationState) -> None:
        if state is self._state:
            return
        self._state = state
        if not self._wants_to_play:
            self._ticker.stop()
        for listener in self._listeners:
            listener.narration_state(state)

    def _note_no_voices(self, error: Exception) -> None:
        if not isinstance(error, KioskError):
            raise error
        self.performance_incident(error)
