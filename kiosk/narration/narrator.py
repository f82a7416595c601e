"""Tells stops' stories: one sound at a time in the whole app, and words whatever breaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.narration.audience import Audience
from kiosk.narration.choose import Narration, NarrationKind
from kiosk.narration.cues import Cue, CueTrack
from kiosk.narration.listening import EndReason, NarrationListener, NarrationState
from kiosk.narration.one_sound import OneSound
from kiosk.narration.output_watch import OutputWatch
from kiosk.narration.performance import BEGINNING, Performance, Place
from kiosk.narration.performers import Performers
from kiosk.narration.progress import Progress
from kiosk.narration.sound import FASTEST_RATE, SLOWEST_RATE, Player, Ticker
from kiosk.narration.stall import StallWatch
from kiosk.speech.speech import Speech

__all__ = ["EndReason", "NarrationListener", "NarrationState", "Narrator"]

TICK_MS = 40  # a word lasts 300 ms; a mark that is 40 ms late is not seen to be
BACK_MS = 10_000
FADE_MS = 200  # so long a story that is left takes to be gone; another story that begins cuts it short
LEAD_IN_MS = 25  # what is played is heard no sooner: the player starts, encoders put silence before sound
LAST_MOMENT_MS = 50  # going to the very end still tells that it is the end


class Narrator:
    """Tells one narration at a time through the app's one player. Plain Python, interface thread only.

    What cannot be played gives way to its ``otherwise``, from the sentence it had come to.
    """

    def __init__(
        self,
        player: Player,
        speech: Speech,
        background: Background,
        ticker: Ticker,
        find_media_path: Callable[[str], Path | None],
        find_media_bytes: Callable[[str], bytes | None],
    ) -> None:
        self._player = player
        self._speech = speech
        self._background = background
        self._ticker = ticker
        self._performers = Performers(player, speech, background, ticker, find_media_path, find_media_bytes)
        self._audience = Audience()
        self._state = NarrationState.IDLE
        self._narration: Narration | None = None
        self._performance: Performance | None = None
        self._progress = Progress()
        self._due_ms = 0
        self._rate = 1.0
        self._volume = 1.0
        self._caption = (-1, -1)
        self._stall = StallWatch()
        self._one_sound = OneSound()
        self._output = OutputWatch(player, self._audience)

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

    @property
    def volume(self) -> float:
        """Return the loudness as it is felt, 0 to 1 of what the site allows."""
        return self._volume

    @property
    def place(self) -> Place:
        """Return where the story is, for going on from here later; the very beginning when idle or ended."""
        if self._performance is None or self._state is NarrationState.ENDED:
            return BEGINNING
        return Place(self.position_ms, self._find_character())

    @property
    def one_sound(self) -> OneSound:
        """Return who is heard in the app: whatever else sounds takes the stories' place there."""
        return self._one_sound

    def add_listener(self, listener: NarrationListener) -> None:
        """Tell ``listener`` everything from now on."""
        self._audience.add(listener)

    def remove_listener(self, listener: NarrationListener) -> None:
        """Tell ``listener`` no more."""
        self._audience.remove(listener)

    def warm_up(self) -> None:
        """Load the decoders and ask for the voices, so that the first stop starts as fast as the tenth."""
        self._player.warm_up()
        self._background.submit(self._speech.voices, lambda _: None, self._note_no_voices)

    def tell(self, narration: Narration, *, after_ms: int = 0, start: Place = BEGINNING) -> None:
        """Tell another story; the one being told ends as ``replaced``.

        Args:
            narration: What to tell.
            after_ms: It is shown at once and heard after so long: something else is heard meanwhile (the tick).
            start: Where to begin, as :attr:`place` told it when the story was left.
        """
        self._due_ms = self._ticker.now_ms() + after_ms
        self._end(EndReason.REPLACED)
        self._progress = Progress()
        self._begin(narration, start, play=True)

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
            self._output.look(needs_sound=self._needs_sound)
            self._play(self._performance)

    def fall_silent(self) -> None:
        """Stand still: something else is heard now. A story that was left is gone at once."""
        self.pause()
        if self._performance is None:
            self._player.stop()

    def stop(self) -> None:
        """End the narration and forget it; its sound fades out."""
        self._end(EndReason.STOPPED, fade_ms=FADE_MS)
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
        self._progress.stand_still()
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
        """Set the loudness as it is felt, clamped to 0 to 1 of what the site allows; it holds for later narrations."""
        self._volume = min(1.0, max(0.0, volume))
        self._player.set_volume(self._volume)

    def close(self) -> None:
        """Fall silent for good: stops the narration and the ticker. Player and engine are closed by their owner."""
        self.stop()
        self._ticker.stop()

    # What the performance tells (see performance.Stage).

    def performance_ready(self) -> None:
        """It is heard from now on."""
        self._leap()
        self._stall.begin(self._ticker.now_ms())
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
        self._leap()
        self._audience.narration_cues(self.cues)
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
        start = Place(self.position_ms, self._find_character())
        self._fall_back(self._narration, error, start, play=self._wants_to_play)

    def performance_incident(self, error: KioskError) -> None:
        """Pass on what staff should know."""
        self._audience.narration_incident(error)

    def performance_paused(self) -> None:
        """The headphones are out."""
        self._note_progress()
        self._set_state(NarrationState.PAUSED)
        self._audience.narration_output_lost()

    @property
    def _track(self) -> CueTrack:
        return self._performance.track if self._performance else CueTrack()

    @property
    def _wants_to_play(self) -> bool:
        return self._state in (NarrationState.PLAYING, NarrationState.PREPARING)

    def _begin(self, narration: Narration, start: Place, *, play: bool) -> None:
        self._narration = narration
        try:
            performance = self._performers.make(narration, self)
            self._performance = performance
            performance.start(start)
        except KioskError as error:
            self._fall_back(narration, error, start, play=play)
            return
        performance.set_rate(self._rate)
        if play and self._is_due:
            self._one_sound.take(self)
            performance.prime()  # first of all: whoever is told of it has much to do
        self._audience.narration_told(narration)
        self.performance_changed()
        self._output.look(needs_sound=self._needs_sound)
        if play:
            self._set_state(NarrationState.PREPARING)
            self._set_in_when_due()

    def _fall_back(self, narration: Narration, error: KioskError, start: Place, *, play: bool) -> None:
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
        # Another voice takes other times: its place is a sentence.
        self._begin(following, Place(character=round(start.character * share)), play=play)

    def _fail(self, error: KioskError) -> None:
        self._set_state(NarrationState.FAILED)
        self._audience.narration_failed(error)
        self._tell_ended(EndReason.FAILED)

    @property
    def _needs_sound(self) -> bool:
        return self._narration is not None and self._narration.kind is not NarrationKind.TEXT

    def _play(self, performance: Performance) -> None:
        self._one_sound.take(self)
        self._ticker.start(TICK_MS, self._tick)
        performance.play()

    @property
    def _is_due(self) -> bool:
        return self._ticker.now_ms() >= self._due_ms - LEAD_IN_MS

    def _set_in_when_due(self) -> None:
        if self._is_due:
            self._set_in()
        else:
            self._ticker.start(self._due_ms - self._ticker.now_ms(), self._set_in)

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
            self._show()
            self._watch()

    def _watch(self) -> None:
        if error := self._stall.find_stall(self._ticker.now_ms(), self.position_ms):
            self.performance_failed(error)
        else:
            self._output.look_again()

    def _note_progress(self) -> None:
        if self._state is NarrationState.PLAYING:
            self._progress.advance_to(self.position_ms)

    def _leap(self) -> None:
        self._progress.leap_to(self.position_ms)

    def _show(self) -> None:
        position_ms = self.position_ms
        self._audience.narration_moved(position_ms, self.duration_ms)
        caption = self._track.find_word(position_ms)
        if caption != self._caption:
            self._caption = caption
            self._audience.narration_caption(*caption)

    def _find_character(self) -> int:
        # A player that failed no longer knows its position: the caption that was shown last tells it.
        cue = max(self._caption[0], self._track.find_cue(self.position_ms))
        return self.cues[cue].start if 0 <= cue < len(self.cues) else 0

    def _end(self, reason: EndReason, *, fade_ms: int = 0) -> None:
        if self._performance is None:
            return
        self._note_progress()
        self._ticker.stop()
        was_told = self._state in (NarrationState.ENDED, NarrationState.FAILED)
        self._performance.stop(fade_ms)
        self._performance, self._narration, self._caption = None, None, (-1, -1)
        if not was_told:
            self._tell_ended(reason)

    def _tell_ended(self, reason: EndReason) -> None:
        self._audience.narration_ended(reason, self._progress.heard_ms)

    def _set_state(self, state: NarrationState) -> None:
        if state is self._state:
            return
        self._state = state
        if not self._wants_to_play:
            self._ticker.stop()
        self._audience.narration_state(state)

    def _note_no_voices(self, error: Exception) -> None:
        if not isinstance(error, KioskError):
            raise error
        self.performance_incident(error)
