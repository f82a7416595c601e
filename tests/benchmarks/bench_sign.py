"""How truly a film in sign language keeps step with the voice: against a film that plays alone in the same run."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kiosk.screens.film_player import FilmPlayer
from tests.fakes.qt_loop import spin
from tests.fakes.signed_story import FILM_MS, LOOK_MS, STORY_MS, Walk, draw_signing

RATES = (0.75, 1.0, 1.25, 1.5, 2.0)

Row = tuple[str, float, str, float]


def measure() -> list[Row]:
    """Return the rows: goal, measured, unit, floor."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QCoreApplication.instance() or QGuiApplication(sys.argv[:1])
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        film = draw_signing(Path(folder))
        for rate in RATES:
            walked, alone = _walk(film, rate), _play_alone(film, rate)
            name = f"signing: picture shown against the sentence told at {rate:g}x"
            rows.append((f"{name}, median", statistics.median(walked), "ms", statistics.median(alone)))
            rows.append((f"{name}, p95", _percentile(walked), "ms", _percentile(alone)))
    app.processEvents()
    return rows


def _walk(film: Path, rate: float) -> list[float]:
    """Return how far off the picture is at each look, in ms of the narration's clock."""
    walk = Walk(film, rate)
    walk.run(STORY_MS / 1000 / rate)
    walk.close()
    return [abs(off_ms) / rate for off_ms in walk.off_ms]


def _play_alone(film: Path, rate: float) -> list[float]:
    """Return how far off the pictures of a film are that nobody steers, from its own best-fitting start."""
    player = FilmPlayer(film, None)
    player.set_rate(rate)
    player.play()
    seen: list[float] = []
    until = time.monotonic() + FILM_MS / 1000 / rate
    while time.monotonic() < until:
        spin(LOOK_MS)
        if player.take_picture() is not None:
            seen.append(player.shown_ms / rate - time.monotonic() * 1000)
    player.close()
    middle = statistics.median(seen)
    return [abs(at - middle) for at in seen]


def _percentile(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]
