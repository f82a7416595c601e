"""Short sounds beside the stories: the tick of recognition, a digit said aloud. Never while a story is heard."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import Protocol

from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.narration.listening import NarrationListener, NarrationState
from kiosk.narration.sound import Player
from kiosk.narration.tick_sound import TICK_MS, make_tick
from kiosk.speech.engine import SpeechClip, SpeechEngine

WAIT_MS = TICK_MS + 35
"""How long a story waits for the tick before it: the player's own 15 ms, and a breath of silence after it."""

MAX_WORDS_LENGTH = 300

logger = logging.getLogger(__name__)


class Stories(Protocol):
    """What an aside asks of the narrator: to stand still, and to say when it goes on."""

    def pause(self) -> None:
        """Stand still where something is told."""
        ...

    def add_listener(self, listener: NarrationListener) -> None:
        """Tell ``listener`` everything from now on."""
        ...

    def remove_listener(self, listener: NarrationListener) -> None:
        """Tell ``listener`` no more."""
        ...


class Asides(NarrationListener):
    """Plays them on a player of its own, since the narrator's holds the place of a story that stands still.

    One sound in the whole app: a story is paused before an aside is heard, and an aside ends when a story goes on.
    What cannot be played or spoken is left out; nothing ever waits for it. Interface thread only.
    """

    def __init__(
        self,
        stories: Stories,
        engine: SpeechEngine,
        background: Background,
        player: Player,
        *,
        ticks: bool = True,
    ) -> None:
        """``ticks``: whether the site wishes the tick to be heard."""
        self._stories = stories
        self._engine = engine
        self._background = background
        self._player = player
        self._ticks = ticks
        self._asked = 0
        stories.add_listener(self)

    def tick(self) -> int:
        """Begin the tick and return how many milliseconds a story has to wait for its end; 0 where there is none."""
        self._ask()
        if not self._ticks:
            return 0
        self._play(self._sound)
        return WAIT_MS

    def say(self, words: str, language: str) -> None:
        """Say some words in place of those said before; where no voice speaks ``language``, tick."""
        asked = self._ask()
        if not self._engine.can_speak(language):
            self._play(self._sound)
            return
        said = words[:MAX_WORDS_LENGTH]
        self._background.submit(
            lambda: self._engine.synthesise(said, language),
            lambda clip: self._take(asked, clip),
            self._note_failure,
        )

    def hush(self) -> None:
        """Fall silent; what is still being spoken is thrown away when it comes."""
        self._asked += 1
        self._player.stop()

    def close(self) -> None:
        """Fall silent for good. The player is closed by its owner."""
        self.hush()
        self._stories.remove_listener(self)

    def narration_state(self, state: NarrationState) -> None:
        """Fall silent when a story is heard."""
        if state is NarrationState.PLAYING:
            self.hush()

    def sound_ended(self) -> None:
        """Need nothing: nobody waits."""

    def sound_failed(self, error: KioskError) -> None:
        """Note it; the screen says the same in words."""
        logger.warning("%s", error)

    def sound_output_lost(self) -> None:
        """Need nothing: it is over in a moment."""

    @cached_property
    def _sound(self) -> bytes:
        return make_tick()  # 4 ms, which the start of the guide has no use for

    def _ask(self) -> int:
        self._stories.pause()
        self.hush()
        return self._asked

    def _take(self, asked: int, clip: SpeechClip) -> None:
        if asked == self._asked:
            self._play(clip.wav)

    def _play(self, sound: bytes) -> None:
        try:
            self._player.open(sound, self)
        except (KioskError, OSError) as error:  # a full disk, say: the player writes small sounds to a file
            logger.warning("An aside was not heard: %s", error)
            return
        self._player.play()

    def _note_failure(self, error: Exception) -> None:
        if not isinstance(error, KioskError):
            raise error
        logger.warning("%s", error)
