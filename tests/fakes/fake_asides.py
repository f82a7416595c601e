"""Asides with no sound: what would have been heard, in order."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.narration.asides import WAIT_MS
from kiosk.narration.listening import NarrationState
from tests.fakes.fake_narrator import FakeNarrator


class FakeAsides:
    """Has the narrator stand still as the real ones do; ``heard`` is what was ticked and said.

    Words go on until :meth:`finish`.
    """

    def __init__(self, narrator: FakeNarrator) -> None:
        self._narrator = narrator
        self.heard: list[str] = []
        self._on_end: Callable[[], None] | None = None
        self._holds = False

    @property
    def tick_left_ms(self) -> int:
        return WAIT_MS if self.heard and self.heard[-1] == "tick" else 0

    def tick(self) -> int:
        self._hold()
        self._on_end, self._holds = None, False
        self.heard.append("tick")
        return WAIT_MS

    def say(self, words: str, language: str, on_end: Callable[[], None] | None = None) -> None:
        self._hold()
        self._on_end = on_end
        self.heard.append(f"{language}: {words}")

    def hush(self) -> None:
        self._on_end = None
        self.heard.append("hush")
        self._give_back()

    def finish(self) -> None:
        """Come to the end of what is being said."""
        said, on_end, self._on_end = len(self.heard), self._on_end, None
        if on_end is not None:
            on_end()
        if said == len(self.heard):
            self._give_back()

    def _hold(self) -> None:
        if self._narrator.state is NarrationState.PLAYING:
            self._narrator.pause()
            self._holds = True

    def _give_back(self) -> None:
        holds, self._holds = self._holds, False
        if holds and self._narrator.state is NarrationState.PAUSED:
            self._narrator.resume()
