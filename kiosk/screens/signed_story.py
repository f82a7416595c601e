"""One film in sign language, kept in step with one narration: by its speed, and by a leap where it is far off."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.model.content import Film
from kiosk.narration.cues import Cue
from kiosk.narration.in_step import StepMap, map_steps
from kiosk.screens.film_player import FilmPlayer

LEAP_MS = 600
"""Further off than this, catching up by speed would take longer than a sentence."""

STILL_MS = 80
"""So far off a film that stands still may be."""

CATCH_UP_MS = 700
"""Within so long a difference is made good by speed: slower is not noticed late, quicker looks hurried."""

LEAST_CHANGE = 0.03
SLOWEST, QUICKEST = 0.5, 2.0
"""Hands are still read at these speeds, just: shares of the speed that the visitor has chosen."""

_LEAP_TAKES_MS = 500
"""A leap is not judged before it is over."""


class SignedStory(QObject):
    """A film without sound that goes where the narration is."""

    failed = Signal(str)
    """It cannot be decoded, or no further; the film's SHA-256."""

    def __init__(self, path: Path, film: Film) -> None:
        super().__init__()
        self.film = film
        self._player = FilmPlayer(path, None)
        self._player.failed.connect(self._tell_failed)
        self._map = StepMap((), film.duration_ms, film.duration_ms)
        self._is_moving = False
        self._rate = 1.0
        self._leapt_at_ms = -1e9

    def fit(self, story: Sequence[Cue], story_ms: float, captions: Sequence[Cue]) -> None:
        """Keep step with these sentences of a narration of this length."""
        self._map = map_steps(story, story_ms, captions, self.film.duration_ms)

    def set_moving(self, moving: bool) -> None:
        """Go on, or stand still."""
        self._is_moving = moving
        if moving:
            self._player.play()
        else:
            self._player.pause()

    def keep_step(self, story_ms: float, story_rate: float) -> None:
        """Go where the narration is: ``story_ms`` is heard now, at ``story_rate`` times its speed."""
        if not self._player.is_loaded:
            return
        step = self._map.find(story_ms)
        ahead_ms = self._player.position_ms - step.film_ms
        wanted = story_rate * step.pace
        if abs(ahead_ms) > (LEAP_MS if self._is_moving else STILL_MS):
            self._leap(step.film_ms)
        elif self._is_moving:
            slowest, quickest = SLOWEST * story_rate, QUICKEST * story_rate
            self._set_rate(min(quickest, max(slowest, wanted - ahead_ms / CATCH_UP_MS)))
            if not self._player.is_playing and step.film_ms < self.film.duration_ms:
                self._player.play()  # it had come to its end, and the story went back

    def finish(self) -> None:
        """Show the rest in peace: the narration is over."""
        self._is_moving = True
        self._set_rate(1.0)

    def take_picture(self) -> QImage | None:
        """Return the newest picture; None where it is still the one taken last."""
        return self._player.take_picture()

    @property
    def shown_ms(self) -> float:
        """Which moment of the film the picture taken last shows; -1 before the first."""
        return self._player.shown_ms

    def close(self) -> None:
        """Let go of the film; may be called twice."""
        self._player.close()

    @Slot()
    def _tell_failed(self) -> None:
        self.failed.emit(self.film.sha256)

    def _leap(self, film_ms: float) -> None:
        now_ms = time.monotonic() * 1000
        if now_ms - self._leapt_at_ms > _LEAP_TAKES_MS or not self._is_moving:
            self._leapt_at_ms = now_ms
            self._player.seek_ms(film_ms)

    def _set_rate(self, rate: float) -> None:
        if abs(rate - self._rate) >= LEAST_CHANGE:
            self._rate = rate
            self._player.set_rate(rate)
