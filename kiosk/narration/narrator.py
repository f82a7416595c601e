"""Tells stops' stories: one sound at a time in the whole app, and words whatever breaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.narration.audience import Audience
from kiosk.narration.choose import Narration, NarrationKind
from kiosk.narration.cues import Cue
from kiosk.narration.listening import EndReason, NarrationListener, NarrationState
from kiosk.narration.one_sound import OneSound
from kiosk.narration.output_watch import OutputWatch
from kiosk.narration.performance import BEGINNING, Performance, Place
from kiosk.narration.performers import Performers
from kiosk.narration.shown import NO_CAPTION
from kiosk.narration.sound import FASTEST_RATE, SLOWEST_RATE, Player, Ticker
from kiosk.narration.status import Status
from kiosk.narration.telling import Telling
from kiosk.speech.speech import Speech

__all__ = ["EndReason", "NarrationListener", "NarrationState", "Narrator"]

BACK_MS = 10_000
FADE_MS = 200  # so long a story that is left takes to be gone; another story that begins cuts it short


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
        self._status = Status(self._audience)
        self._output = OutputWatch(player, self._audience)
        self._one_sound = OneSound()
        self._telling: Telling | None = None
        self._rate = 1.0
        self._volume = 1.0

    @property
    def state(self) -> NarrationState:
        """Return what the narrator is doing."""
        return self._status.state

    @property
    def narration(self) -> Narration | None:
        """Return what is being told now (it may have fallen back), None when idle."""
        return self._telling.narration if self._telling else None

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
        return self._performance.track.cues if self._performance else ()

    @property
    def caption(self) -> tuple[int, int]:
        """Return (cue, word within it) being spoken; -1 where there is none."""
        return self._telling.caption if self._telling else NO_CAPTION

    @property
    def heard_ms(self) -> int:
        """Return the distinct media time of this narration that was really heard, in milliseconds; 0 when idle."""
        return self._telling.heard_ms if self._telling else 0

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
        return self._telling.place if self._telling else BEGINNING

    @property
    def is_under_way(self) -> bool:
        """Tell whether a story is heard without this thread's help, or needs no sound."""
        if self.narration is None or self.state is not NarrationState.PLAYING:
            return False
        return self.narration.kind is NarrationKind.TEXT or self._player.is_under_way

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
        due_ms = self._ticker.now_ms() + after_ms
        self._leave(EndReason.REPLACED)
        self._telling = Telling(
            narration, self._performers, self._audience, self._status, self._output, self._take_place
        )
        self._telling.begin(start, due_ms, self._rate)

    def pause(self) -> None:
        """Stand still."""
        if self._telling:
            self._telling.pause()

    def resume(self) -> None:
        """Go on after a pause; after the end, tell it again."""
        if self._telling:
            self._telling.resume()

    def fall_silent(self) -> None:
        """Stand still: something else is heard now. A story that was left is gone at once."""
        self.pause()
        if self._performance is None:
            self._player.stop()

    def stop(self) -> None:
        """End the narration and forget it; its sound fades out."""
        self._leave(EndReason.STOPPED, FADE_MS)
        self._status.change(NarrationState.IDLE)

    def back(self, ms: int = BACK_MS) -> None:
        """Go back; after the end, and tell the rest again."""
        self.seek_ms(self.position_ms - ms)

    def forward(self, ms: int = BACK_MS) -> None:
        """Go ahead."""
        self.seek_ms(self.position_ms + ms)

    def seek_ms(self, position_ms: int) -> None:
        """Go to a position, clamped to the narration; what is leapt over does not count as heard."""
        if self._telling:
            self._telling.seek_ms(position_ms)

    def set_rate(self, rate: float) -> None:
        """Set the speed, clamped to 0.75-2; it holds for later narrations too."""
        self._rate = min(FASTEST_RATE, max(SLOWEST_RATE, rate))
        if self._telling:
            self._telling.set_rate(self._rate)

    def set_volume(self, volume: float) -> None:
        """Set the loudness as it is felt, clamped to 0 to 1 of what the site allows; it holds for later narrations."""
        self._volume = min(1.0, max(0.0, volume))
        self._player.set_volume(self._volume)

    def close(self) -> None:
        """Fall silent for good: stops the narration and the ticker. Player and engine are closed by their owner."""
        self.stop()
        self._ticker.stop()

    @property
    def _performance(self) -> Performance | None:
        return self._telling.performance if self._telling else None

    def _leave(self, reason: EndReason, fade_ms: int = 0) -> None:
        telling, self._telling = self._telling, None
        if telling:
            telling.leave(reason, fade_ms)

    def _take_place(self) -> None:
        self._one_sound.take(self)

    def _note_no_voices(self, error: Exception) -> None:
        if not isinstance(error, KioskError):
            raise error
        self._audience.narration_incident(error)
