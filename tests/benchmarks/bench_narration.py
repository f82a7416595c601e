"""How soon a narration is heard, and how truly its captions follow: against a bare QMediaPlayer in the same run."""

from __future__ import annotations

import bisect
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kiosk.model.errors import KioskError
from kiosk.narration.choose import NarrationKind
from kiosk.narration.narrator import Narrator
from kiosk.narration.player import QtPlayer
from kiosk.narration.qt_ticker import QtTicker
from kiosk.narration.sound import SoundBlock
from kiosk.screens.background import QtBackground
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.ranked_speech import RankedSpeech
from tests.benchmarks.bare_player import BarePlayer
from tests.benchmarks.heard import measure_heard
from tests.fakes.qt_loop import spin, spin_until
from tests.fakes.stories import make_narration
from tests.fakes.tones import write_tone

ROUNDS = 40
SPEECH_ROUNDS = 25
TONE_MS = 3_000
STORY = "The tower was begun in 1199, and {0} years later it stood. " + "It leans a little. " * 20

RATES = (0.75, 1.0, 1.25, 1.5, 2.0)
Row = tuple[str, float, str, float | None]


def measure() -> Iterator[Row]:
    """Yield the rows: goal, measured, unit, floor. Decoded samples here, heard ones through a sound server of our own."""
    yield from _measure_decoded()
    yield from measure_heard()


def _measure_decoded() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")  # a machine without sound says so each time
    app = QCoreApplication.instance() or QGuiApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        # In turn: Qt does not open anew what it has open.
        tones = [write_tone(Path(folder) / f"{hertz}.opus", TONE_MS, hertz) for hertz in (440, 550)]
        rows = [*_measure_first_sample(tones), *_measure_speech(), *_measure_captions(tones[0])]
    app.processEvents()
    return rows


class _Deaf:
    def sound_ended(self) -> None: ...
    def sound_failed(self, error: KioskError) -> None: ...
    def sound_output_lost(self) -> None: ...
    def sound_output_back(self) -> None: ...


def _measure_first_sample(tones: list[Path]) -> list[Row]:
    ours, bare = _Ours(), BarePlayer()
    times = {
        "ours": [_time_first(ours, tones[number % 2]) for number in range(ROUNDS)],
        "bare": [_time_first(bare, tones[number % 2]) for number in range(ROUNDS)],
    }
    ours.close()
    return [
        (
            f"recording: open and play to first decoded sample, p{percent}",
            _percentile(times["ours"], percent),
            "ms",
            _percentile(times["bare"], percent),
        )
        for percent in (50, 95)
    ]


class _Ours:
    def __init__(self) -> None:
        self.blocks: list[tuple[float, float]] = []
        self._player = QtPlayer(self._hear)

    def start(self, tone: Path) -> None:
        self._player.open(tone, _Deaf())
        self._player.play()

    def stop(self) -> None:
        self._player.stop()

    def set_rate(self, rate: float) -> None:
        self._player.set_rate(rate)

    @property
    def position_ms(self) -> float:
        return self._player.position_ms

    def close(self) -> None:
        self._player.close()

    def _hear(self, block: SoundBlock) -> None:
        self.blocks.append((time.perf_counter(), block.start_ms))


def _time_first(player: _Ours | BarePlayer, tone: Path) -> float:
    player.blocks.clear()
    started = time.perf_counter()
    player.start(tone)
    while not player.blocks:
        QCoreApplication.processEvents()
    took_ms = (player.blocks[0][0] - started) * 1000
    player.stop()
    spin(20)
    return took_ms


def _measure_speech() -> list[Row]:
    first: list[float] = []
    player, engine, background = (
        QtPlayer(lambda _: first.append(time.perf_counter())),
        RankedSpeech([PyttsxEngine()]),
        QtBackground(),
    )
    narrator = Narrator(player, engine, background, QtTicker(), lambda _: None, lambda _: None)
    times = []
    if engine.voices():
        for round_ in range(SPEECH_ROUNDS):
            first.clear()
            started = time.perf_counter()
            narrator.tell(make_narration(NarrationKind.SPEECH, STORY.format(round_)))
            spin_until(lambda: first)
            times.append((first[0] - started) * 1000)
            narrator.stop()
            spin(60)
    floor = (
        [_time(lambda: engine.synthesise(STORY.format(99)[:60], "en")) for _ in range(SPEECH_ROUNDS)]
        if times
        else []
    )
    narrator.close()
    background.close()
    player.close()
    engine.close()
    return (
        [
            (
                "live speech: tell to first decoded sample, p95 (<= 300)",
                _percentile(times, 95),
                "ms",
                _percentile(floor, 95),
            )
        ]
        if times
        else []
    )


def _measure_captions(tone: Path) -> list[Row]:
    rows: list[Row] = []
    ours, bare = _Ours(), BarePlayer()
    for rate in RATES:
        measured, floor = (_list_errors(player, tone, rate) for player in (ours, bare))
        rows.append(
            (
                f"captions: position against the decoded sample clock at {rate:g}x, p95",
                _percentile(measured, 95),
                "ms",
                _percentile(floor, 95),
            )
        )
    ours.close()
    return rows


def _list_errors(player: _Ours | BarePlayer, tone: Path, rate: float) -> list[float]:
    player.blocks.clear()
    player.set_rate(rate)
    player.start(tone)
    seen: list[tuple[float, float]] = []
    deadline = time.perf_counter() + 1.2
    while time.perf_counter() < deadline:
        spin(7)
        seen.append((time.perf_counter(), player.position_ms))
    player.stop()
    moments = [at for at, _ in player.blocks]
    errors = []
    for at, position_ms in seen:
        index = bisect.bisect(moments, at) - 1
        if index >= 0:
            truth_ms = player.blocks[index][1] + (at - moments[index]) * 1000 * rate
            errors.append(abs(position_ms - truth_ms) / rate)
    return errors


def _time(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
