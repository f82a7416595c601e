"""A narrator with no sound: its time is moved by the test, its words are spread evenly over the text."""

from __future__ import annotations

import re

from kiosk.narration.choose import Narration
from kiosk.narration.cues import Cue, Word

SIGN_MS = 70


class FakeNarrator:
    """``advance`` lets the voice go on; everything else does as the real one."""

    def __init__(self) -> None:
        self.state = "idle"
        self.position_ms = 0
        self.duration_ms = 0
        self.rate = 1.0
        self.cues: tuple[Cue, ...] = ()
        self.told: list[Narration] = []

    def tell(self, narration: Narration) -> None:
        self.told.append(narration)
        self.cues = make_cues(narration.text)
        self.duration_ms = len(narration.text) * SIGN_MS
        self.position_ms = 0
        self.state = "playing"

    def advance(self, ms: int) -> None:
        """Let the voice go on by ``ms`` of the narration."""
        if self.state == "playing":
            self.position_ms = min(self.duration_ms, self.position_ms + ms)
            if self.position_ms == self.duration_ms:
                self.state = "ended"

    def pause(self) -> None:
        self.state = "paused"

    def resume(self) -> None:
        self.state = "playing"

    def stop(self) -> None:
        self.state = "idle"
        self.position_ms = 0
        self.cues = ()

    def back(self, ms: int) -> None:
        self.position_ms = max(0, self.position_ms - ms)

    def forward(self, ms: int) -> None:
        self.position_ms = min(self.duration_ms, self.position_ms + ms)

    def seek_ms(self, position_ms: int) -> None:
        self.position_ms = position_ms

    def set_rate(self, rate: float) -> None:
        self.rate = rate


def make_cues(text: str) -> tuple[Cue, ...]:
    """Return one cue a sentence, with each word's place in the whole text."""
    cues = []
    for sentence in re.finditer(r"[^.।؟?\n]+[.।؟?]?", text):
        if not sentence.group().strip():
            continue
        words = tuple(
            Word(
                (sentence.start() + word.start()) * SIGN_MS,
                (sentence.start() + word.end() + 1) * SIGN_MS,
                sentence.start() + word.start(),
                sentence.start() + word.end(),
            )
            for word in re.finditer(r"\S+", sentence.group())
        )
        cues.append(
            Cue(
                sentence.start() * SIGN_MS,
                sentence.end() * SIGN_MS,
                sentence.group().strip(),
                *sentence.span(),
                words,
            )
        )
    return tuple(cues)
