"""Short sounds beside the stories: the tick of recognition, a digit said aloud. Never while a story is heard."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import cached_property
from typing import Protocol

from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.narration.listening import NarrationListener, NarrationState
from kiosk.narration.one_sound import Lasting, OneSound
from kiosk.narration.sound import Player
from kiosk.narration.tick_sound import TICK_MS, make_tick
from kiosk.speech.engine import SpeechClip
from kiosk.speech.sentences import MAX_SENTENCE_LENGTH
from kiosk.speech.speech import Speech

WAIT_MS = TICK_MS + 5
"""From the moment a tick is asked for until a story may set in. Both need about 12 ms more to reach the ear."""

MAX_WORDS_LENGTH = MAX_SENTENCE_LENGTH
"""So that whoever has a text said sentence by sentence has all of it said."""

_TELLING = (NarrationState.PLAYING, NarrationState.PREPARING)

logger = logging.getLogger(__name__)


class Stories(Protocol):
    """What an aside asks of the narrator: to stand still, to go on, and how loud the visitor wants to hear."""

    @property
    def state(self) -> NarrationState:
        """Return what the narrator is doing."""
        ...

    @property
    def one_sound(self) -> OneSound:
        """Return who is heard in the app."""
        ...

    @property
    def volume(self) -> float:
        """Return the loudness as it is felt, 0 to 1 of what the site allows."""
        ...

    def pause(self) -> None:
        """Stand still where something is told, or about to be."""
        ...

    def resume(self) -> None:
        """Go on after a pause."""
        ...

    def add_listener(self, listener: NarrationListener) -> None:
        """Tell ``listener`` everything from now on."""
        ...

    def remove_listener(self, listener: NarrationListener) -> None:
        """Tell ``listener`` no more."""
        ...


class Asides(NarrationListener):
    """Plays them on a player of its own, since the narrator's holds the place of a story that stands still.

    One sound in the whole app: a story is paused before an aside is heard, goes on after words that interrupted it, and
    an aside ends when anything else is heard. What cannot be played or spoken is left out; nothing ever waits for it.
    Interface thread only.
    """

    def __init__(
        self,
        stories: Stories,
        speech: Speech,
        background: Background,
        player: Player,
        *,
        ticks: bool = True,
        now_ms: Callable[[], int] = lambda: round(time.monotonic() * 1000),
    ) -> None:
        """``ticks``: whether the site wishes the tick to be heard. ``now_ms``: a clock that never steps."""
        self._stories = stories
        self._speech = speech
        self._background = background
        self._player = player
        self._ticks = ticks
        self._now_ms = now_ms
        self._asked = 0
        self._tick_ends_ms = 0
        self._is_tick_open = False
        self._holds = False
        self._held: Lasting | None = None
        self._on_end: Callable[[], None] | None = None
        stories.add_listener(self)

    def warm_up(self) -> None:
        """Have the tick at hand: it is to be heard the moment something is recognised."""
        if self._ticks and not self._is_tick_open:
            self._open_tick()

    def tick(self) -> int:
        """Begin the tick, and return how long a story has to wait for its end; 0 where there is none.

        What was told gives way to another story, which asks for :attr:`tick_left_ms` when it is ready to be told.
        """
        self._stories.pause()
        self._holds, self._held = False, None
        self._silence()
        if self._ticks and self._tick():
            self._tick_ends_ms = self._now_ms() + WAIT_MS
        return self.tick_left_ms

    @property
    def tick_left_ms(self) -> int:
        """Return how many milliseconds it takes until a tick that was begun is over; 0 where none is heard."""
        return max(0, self._tick_ends_ms - self._now_ms())

    def say(self, words: str, language: str, on_end: Callable[[], None] | None = None) -> None:
        """Say some words in place of those said before; where no voice speaks ``language``, tick.

        A story, a film or a sound stands still meanwhile and goes on after them. ``on_end`` is called when they have been said or cannot
        be, and may say more; it is not called when something else is heard instead.
        """
        if self._stories.state in _TELLING:
            self._stories.pause()
            self._holds = True
        heard = self._stories.one_sound.heard
        if isinstance(heard, Lasting):
            self._held = heard
        self._silence()
        asked, self._on_end = self._asked, on_end
        if not self._speech.can_speak(language):
            if not self._tick():
                self._end()
            return
        said = words[:MAX_WORDS_LENGTH]
        self._background.submit(
            lambda: self._speech.synthesise(said, language),
            lambda clip: self._take(asked, clip),
            lambda error: self._note_failure(asked, error),
        )

    def hush(self) -> None:
        """Fall silent; what is still being spoken is thrown away when it comes, and a story that stood still goes on."""
        self._silence()
        self._end()

    def fall_silent(self) -> None:
        """Let something else be heard."""
        self._holds, self._held = False, None
        self._silence()

    def close(self) -> None:
        """Fall silent for good. The player is closed by its owner."""
        self.fall_silent()
        self._player.stop()
        self._stories.remove_listener(self)

    def narration_state(self, state: NarrationState) -> None:
        """Fall silent when a story is heard, and wake none that was left or told anew meanwhile."""
        if state is not NarrationState.PAUSED:
            self._holds = False
        if state is NarrationState.PLAYING:
            self._held = None
            self._silence()

    def sound_ended(self) -> None:
        """Let whoever waited for the words go on."""
        self._stories.one_sound.give_back(self)
        self._end()

    def sound_failed(self, error: KioskError) -> None:
        """Note it; the screen says the same in words."""
        self._is_tick_open = False
        logger.warning("%s", error)
        self._end()

    def sound_output_lost(self) -> None:
        """Say no more, and wake nothing: nobody around must listen."""
        self._holds, self._held, self._on_end = False, None, None
        self._stories.one_sound.give_back(self)

    def sound_output_back(self) -> None:
        """Nothing: what was being said is not said again."""

    @cached_property
    def _sound(self) -> bytes:
        return make_tick()  # 4 ms, which the start of the guide has no use for

    def _silence(self) -> None:
        self._asked += 1
        self._on_end = None
        self._tick_ends_ms = 0
        if not self._is_tick_open:
            self._player.stop()
        elif self._player.is_playing:  # it stays at hand for the next time
            self._player.pause()
            self._player.seek_ms(0)
        self._stories.one_sound.give_back(self)

    def _end(self) -> None:
        on_end, self._on_end = self._on_end, None
        asked = self._asked
        if on_end is not None:
            on_end()
        if asked != self._asked:
            return
        held, self._held = self._held, None
        if self._holds:
            self._holds = False
            self._stories.resume()
        elif held is not None:
            held.go_on()

    def _take(self, asked: int, clip: SpeechClip) -> None:
        if asked != self._asked:
            return
        self._is_tick_open = False
        if self._open(clip.wav):
            self._play()
        else:
            self._end()

    def _tick(self) -> bool:
        if not self._is_tick_open and not self._open_tick():
            return False
        self._play()
        return True

    def _open_tick(self) -> bool:
        self._is_tick_open = self._open(self._sound)
        return self._is_tick_open

    def _open(self, sound: bytes) -> bool:
        try:
            self._player.open(sound, self)
        except (KioskError, OSError) as error:  # a full disk, say: the player writes small sounds to a file
            logger.warning("An aside was not heard: %s", error)
            return False
        return True

    def _play(self) -> None:
        self._stories.one_sound.take(self)
        self._player.set_volume(self._stories.volume)
        self._player.play()

    def _note_failure(self, asked: int, error: Exception) -> None:
        if not isinstance(error, KioskError):
            raise error
        logger.warning("%s", error)
        if asked == self._asked:
            self._end()
