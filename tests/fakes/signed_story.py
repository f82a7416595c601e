"""A narration in real time beside a drawn stand-in for a film in sign language, to see whether they keep step."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from kiosk.model.content import Depth, Film, FilmKind
from kiosk.narration.cues import Cue
from kiosk.narration.in_step import map_steps
from kiosk.screens.signed_story import SignedStory
from tests.fakes.drawn_films import draw_film

STORY = (Cue(0, 1_800, "One.", 0, 4), Cue(2_000, 4_500, "Two.", 5, 9), Cue(4_800, 6_000, "Three.", 10, 16))
SIGNED = (Cue(300, 2_500, "One.", 0, 4), Cue(2_800, 5_600, "Two.", 5, 9), Cue(5_900, 7_600, "Three.", 10, 16))
STORY_MS, FILM_MS = 6_000, 8_000
LOOK_MS = 33
FILM = Film("b" * 64, "video/webm", FilmKind.SIGN, "bfi", FILM_MS, "", "", "", "", Depth.STORY)


def draw_signing(folder: Path) -> Path:
    """Draw the film; nobody signs in it, a square walks."""
    return draw_film(folder / "signed.webm", FILM_MS / 1000, 320, 240)


@dataclass
class Walk:
    """A narration that is played, and how far off the shown picture is at each look, in ms of the film."""

    path: Path
    rate: float = 1.0
    off_ms: list[float] = field(default_factory=list)
    _story_ms: float = 0.0
    _moving: bool = False
    _looked_at: float = 0.0

    def __post_init__(self) -> None:
        self.signed = SignedStory(self.path, FILM)
        self.signed.fit(STORY, STORY_MS, SIGNED)
        self._map = map_steps(STORY, STORY_MS, SIGNED, FILM_MS)

    def run(self, seconds: float) -> None:
        """Let the narration go on in real time."""
        self._set_moving(True)
        self._wait(seconds)

    def stand(self, seconds: float) -> None:
        """Let it stand still."""
        self._set_moving(False)
        self._wait(seconds)

    def go_to(self, story_ms: float) -> None:
        """Leap, as a visitor does who touches the line."""
        self._story_ms = story_ms

    def change_rate(self, rate: float) -> None:
        self.rate = rate

    def close(self) -> None:
        self.signed.close()

    def _set_moving(self, moving: bool) -> None:
        self._moving = moving
        self.signed.set_moving(moving)

    def _wait(self, seconds: float) -> None:
        loop, timer = QEventLoop(), QTimer()
        self._looked_at = time.monotonic()
        timer.timeout.connect(self._look)
        timer.start(LOOK_MS)
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()
        timer.stop()

    def _look(self) -> None:
        now = time.monotonic()
        if self._moving:
            self._story_ms = min(STORY_MS, self._story_ms + (now - self._looked_at) * 1000 * self.rate)
        self._looked_at = now
        self.signed.keep_step(self._story_ms, self.rate)
        self.signed.take_picture()
        if self.signed.shown_ms >= 0 and self._story_ms < STORY_MS:
            self.off_ms.append(self.signed.shown_ms - self._map.find(self._story_ms).film_ms)
