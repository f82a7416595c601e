"""Asides with no sound: what would have been heard, in order."""

from __future__ import annotations

from kiosk.narration.asides import WAIT_MS
from kiosk.narration.listening import NarrationState
from tests.fakes.fake_narrator import FakeNarrator


class FakeAsides:
    """Has the narrator stand still as the real ones do; ``heard`` is what was ticked and said."""

    def __init__(self, narrator: FakeNarrator) -> None:
        self._narrator = narrator
        self.heard: list[str] = []

    def tick(self) -> int:
        self._hold()
        self.heard.append("tick")
        return WAIT_MS

    def say(self, words: str, language: str) -> None:
        self._hold()
        self.heard.append(f"{language}: {words}")

    def hush(self) -> None:
        self.heard.append("hush")

    def _hold(self) -> None:
        if self._narrator.state is NarrationState.PLAYING:
            self._narrator.pause()
