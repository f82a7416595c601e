"""What is really heard through a sound server, measured in a process of its own (see ``tests.fakes.sound_server``).

``python -m tests.benchmarks.heard_probe TASK [ROUNDS or FOLDER]`` prints its figures as JSON.
"""

from __future__ import annotations

import bisect
import json
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile

from tests.fakes.sound_server import RATE_HZ, Devices, Ear

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError

ROUNDS = 25
RATES = (0.75, 1.0, 1.25, 1.5, 2.0)
BEEP_EVERY_MS = 500
BEEP_MS = 120
BEEPS = 30
LISTEN_S = 4.0
FADE_MS = 200
Figures = dict[str, float]


class Deaf:
    """A player's listener that only counts."""

    def __init__(self) -> None:
        self.lost_at: list[float] = []
        self.told_back = 0

    def sound_ended(self) -> None: ...
    def sound_failed(self, error: KioskError) -> None:
        raise error

    def sound_output_lost(self) -> None:
        self.lost_at.append(time.perf_counter())

    def sound_output_back(self) -> None:
        self.told_back += 1


def measure_first(rounds: int = ROUNDS) -> Figures:
    """Return the times from open and play to the first audible sample: the app's player and a bare one in turn."""
    from tests.benchmarks.bare_player import BarePlayer

    with _Room("room") as stage:
        # In turn: Qt does not open anew what it has open.
        tones = [
            stage.write(np.sin(2 * np.pi * hertz * np.arange(RATE_HZ) / RATE_HZ)) for hertz in (440, 550)
        ]
        bare = BarePlayer()
        times: dict[str, list[float]] = {"ours": [], "bare": []}
        for number in range(rounds):
            tone = tones[number % 2]
            times["ours"].append(stage.time_first(partial(stage.play, tone), stage.player.stop))
            times["bare"].append(stage.time_first(partial(bare.start, tone), bare.stop))
    return {
        f"{who}_p{percent}_ms": _percentile(list_, percent)
        for who, list_ in times.items()
        for percent in (50, 95)
    }


def measure_captions() -> Figures:
    """Return the 95th percentile of the caption clock's error at each speed, in ms of the clock on the wall."""
    figures: Figures = {}
    with _Room("room") as stage:
        samples = np.zeros(BEEPS * BEEP_EVERY_MS * RATE_HZ // 1000)
        beep = np.sin(2 * np.pi * 1_000 * np.arange(BEEP_MS * RATE_HZ // 1000) / RATE_HZ)
        starts_ms = [number * BEEP_EVERY_MS for number in range(1, BEEPS)]
        for start_ms in starts_ms:
            at = start_ms * RATE_HZ // 1000
            samples[at : at + len(beep)] = beep
        beeps = stage.write(samples)
        for rate in RATES:
            stage.player.set_rate(rate)
            began_s, positions = stage.follow(beeps)
            errors = _find_errors(stage, began_s, positions, starts_ms, rate)
            figures[f"heard_{rate:g}"] = _percentile(errors, 95)
    return figures


def measure_unplugging(rounds: int = 8) -> Figures:
    """Return what the loudspeaker still gave after headphones were pulled out: until when, and whether they are used again."""
    last_ms, found_again, told_back = [], 0, 0
    with _Room("room") as stage:
        tone = stage.write(np.sin(2 * np.pi * 440 * np.arange(30 * RATE_HZ) / RATE_HZ))
        for _ in range(rounds):
            stage.devices.plug_in("phones")
            with ExitStack() as ears:
                room, phones = stage.listen(ears, "room"), stage.listen(ears, "phones")
                stage.run(0.3)
                deaf = Deaf()
                stage.play(tone, deaf)
                stage.run(0.8)
                asked_s = time.perf_counter()
                stage.devices.pull_out("phones")
                pulled_s = time.perf_counter()
                stage.run(0.8)
                last_s = room.find_last(asked_s, 0.005)
                last_ms.append(max(0.0, ((last_s or pulled_s) - pulled_s) * 1000))
                assert deaf.lost_at and not stage.player.is_playing
                del phones
                stage.devices.plug_in("phones")
                again = stage.listen(ears, "phones")
                stage.run(0.2)
                told_back += deaf.told_back == 1 and not stage.player.is_playing
                stage.player.play()
                began_s = time.perf_counter()
                stage.run(0.5)
                found_again += again.find_first(began_s) is not None
                stage.player.stop()
                stage.devices.pull_out("phones")
                stage.run(0.2)
    return {
        "last_p50_ms": _percentile(last_ms, 50),
        "last_max_ms": max(last_ms),
        "rounds": len(last_ms),
        "again": found_again,
        "told_back": told_back,
    }


def measure_leaving(rounds: int = ROUNDS) -> Figures:
    """Return when a story that is left is silent, and how much later another begins that cuts a fade short."""
    silent_ms, after_fade_ms, plain_ms = [], [], []
    with _Room("room") as stage:
        low = stage.write(np.sin(2 * np.pi * 440 * np.arange(5 * RATE_HZ) / RATE_HZ))
        for _ in range(rounds):
            plain_ms.append(stage.time_first(lambda: stage.play(low), lambda: None))
            left_s = time.perf_counter()
            stage.player.stop(FADE_MS)
            stage.run(0.5)
            last_s = stage.ear.find_last(left_s - 0.1, 0.002)
            silent_ms.append(((last_s or left_s) - left_s) * 1000)
            stage.play(low)
            stage.run(0.3)
            stage.player.stop(FADE_MS)
            stage.run(0.05)
            stage.player.stop()
            stage.run(0.02)
            after_fade_ms.append(stage.time_first(lambda: stage.play(low), stage.player.stop))
    return {
        "silent_p50_ms": _percentile(silent_ms, 50),
        "silent_max_ms": max(silent_ms),
        "after_fade_p95_ms": _percentile(after_fade_ms, 95),
        "plain_p95_ms": _percentile(plain_ms, 95),
    }


def measure_appearing() -> Figures:
    """Return what becomes of a story on a device without sound: its clock, and whether it is heard through what is plugged in."""
    from PySide6.QtGui import QGuiApplication

    from kiosk.narration.player import QtPlayer
    from tests.fakes.qt_loop import spin

    application = QGuiApplication.instance() or QGuiApplication([])
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        tone = Path(folder) / "tone.wav"
        soundfile.write(str(tone), 0.5 * np.sin(0.06 * np.arange(30 * RATE_HZ)), RATE_HZ, subtype="PCM_16")
        player, deaf, devices = QtPlayer(), Deaf(), Devices()
        player.warm_up()
        spin(300)
        had_output = player.has_output
        player.open(tone, deaf)
        player.play()
        spin(800)
        position_ms = player.position_ms
        devices.plug_in("late")
        ear = Ear("late")
        spin(1_500)
        since_s = time.perf_counter()
        spin(300)
        is_heard = ear.find_first(since_s) is not None
        has_output = player.has_output
        ear.close()
        player.close()
    application.processEvents()
    return {
        "had_output": had_output,
        "position_ms": position_ms,
        "has_output": has_output,
        "heard": is_heard,
        "paused": len(deaf.lost_at),
    }


def measure_scans(folder: Path) -> Figures:
    """Return the times from the frame with a code to the story's first audible sample, the whole guide running.

    What a recording itself is silent at its beginning is taken off; the tick before it is no story.
    """
    from kiosk.app.qt_application import make_application
    from tests.benchmarks.composed import ComposedGuide, ReplayCamera, run_for

    application = make_application(off_screen=True)
    devices = Devices()
    devices.plug_in("room")
    ear = Ear("room")
    walls, labels = (
        [np.load(path) for path in sorted(folder.glob(f"{kind}-*.npy"))] for kind in ("wall", "label")
    )
    leads_ms = [_find_lead_ms(path) for path in sorted((folder / "recordings").iterdir())]
    camera = ReplayCamera(walls)
    times_ms = []
    with ComposedGuide(folder / "data", camera) as guide:
        guide.enter()
        narrator = guide.device.voice.narrator
        for number in range(ROUNDS + 5):
            camera.show(walls)
            narrator.stop()
            guide.go_home()
            run_for(0.6)
            camera.show([labels[number % len(labels)]])
            guide.wait(lambda: narrator.position_ms > 900, "the story")
            assert camera.shown_at_ms is not None
            shown_s = camera.shown_at_ms / 1000 + time.perf_counter() - time.monotonic()
            lead_ms = leads_ms[number % len(labels)]
            story_s = ear.find_first(shown_s + 0.001 * min(lead_ms, 250), 0.01)
            assert story_s is not None
            times_ms.append((story_s - shown_s) * 1000 - lead_ms)
    ear.close()
    application.processEvents()
    return {f"sound_p{percent}_ms": _percentile(times_ms, percent) for percent in (50, 95)}


def measure_bare_scans(folder: Path) -> Figures:
    """Return the floor of :func:`measure_scans`: the decoder alone, and a bare player that opens the recording."""
    import cv2

    from kiosk.scanning.zxing_reader import ZxingReader
    from tests.benchmarks.bare_player import BarePlayer

    plain = ZxingReader()
    grey = cv2.cvtColor(np.load(folder / "label-0.npy"), cv2.COLOR_BGR2GRAY)
    times_ms = []
    with _Room("room") as stage:
        bare = BarePlayer()
        for recording in sorted((folder / "recordings").iterdir()) * 3:
            lead_ms = _find_lead_ms(recording)

            def start(recording: Path) -> None:
                plain.read(grey)
                bare.start(recording)

            times_ms.append(stage.time_first(partial(start, recording), bare.stop, wait_s=1.0) - lead_ms)
    return {f"sound_p{percent}_ms": _percentile(times_ms, percent) for percent in (50, 95)}


class _Room:
    """A device that leads nowhere, an ear at it, and the app's player."""

    def __init__(self, device: str) -> None:
        self._device = device
        self._parts = ExitStack()

    def __enter__(self) -> _Room:
        from PySide6.QtGui import QGuiApplication

        from kiosk.narration.player import QtPlayer

        self._application = QGuiApplication.instance() or QGuiApplication([])
        self._folder = Path(self._parts.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-bench-")))
        self.devices = Devices()
        self.devices.plug_in(self._device)
        self.ear = self.listen(self._parts, self._device)
        self.player = QtPlayer()
        self._parts.callback(self.player.close)
        self.player.warm_up()
        self.run(0.5)
        assert self.player.has_output
        return self

    def __exit__(self, *_error: object) -> None:
        self._parts.close()

    def listen(self, parts: ExitStack, device: str) -> Ear:
        """Have an ear at a device as long as ``parts`` are there."""
        ear = Ear(device)
        parts.callback(ear.close)
        return ear

    def write(self, samples: Any) -> Path:
        """Write a sound."""
        path = self._folder / f"{len(list(self._folder.iterdir()))}.wav"
        soundfile.write(str(path), 0.5 * samples, RATE_HZ, subtype="PCM_16")
        return path

    def run(self, seconds: float) -> None:
        """Let Qt work."""
        from tests.fakes.qt_loop import spin

        spin(round(seconds * 1000))

    def play(self, sound: Path, listener: Deaf | None = None) -> None:
        """Open and play."""
        self.player.open(sound, listener or Deaf())
        self.player.play()

    def time_first(self, start: Callable[[], None], stop: Callable[[], None], wait_s: float = 0.3) -> float:
        """Return the milliseconds from calling ``start`` to the first audible sample."""
        self.run(0.12)
        asked_s = time.perf_counter()
        start()
        self.run(wait_s)
        heard_s = self.ear.find_first(asked_s)
        assert heard_s is not None, "nothing was heard"
        stop()
        return (heard_s - asked_s) * 1000

    def follow(self, sound: Path) -> tuple[float, list[tuple[float, float]]]:
        """Play for some seconds and return when it began, and the positions that were told."""
        began_s = time.perf_counter()
        self.play(sound)
        positions = []
        while time.perf_counter() < began_s + LISTEN_S:
            self.run(0.005)
            positions.append((time.perf_counter(), float(self.player.position_ms)))
        self.player.stop()
        self.run(0.2)
        return began_s, positions


def _find_errors(
    stage: _Room, began_s: float, positions: list[tuple[float, float]], starts_ms: list[int], rate: float
) -> list[float]:
    """Return how far the position was from each beep when that beep was heard to begin, in ms of the wall's clock."""
    heard_s, samples = stage.ear.hear(began_s)
    loud = np.flatnonzero(np.abs(samples) > 0.1)
    gaps = np.diff(loud, prepend=-RATE_HZ) > RATE_HZ * 0.1
    onsets = [heard_s + at / RATE_HZ for at in loud[gaps]]
    moments = [at for at, _ in positions]
    errors = []
    for onset_s, start_ms in zip(onsets, starts_ms, strict=False):
        index = min(len(positions) - 1, bisect.bisect(moments, onset_s))
        at_s, position_ms = positions[index]
        if at_s < positions[-1][0]:
            errors.append(abs(position_ms - start_ms - (at_s - onset_s) * 1000 * rate) / rate)
    return errors


def _find_lead_ms(recording: Path) -> float:
    samples, rate_hz = soundfile.read(str(recording), frames=RATE_HZ * 2, dtype="float32", always_2d=True)
    return int(np.argmax(np.abs(samples).max(axis=1) > 0.01)) * 1000 / int(rate_hz)


def _percentile(values: list[float], percent: float) -> float:
    return round(float(np.percentile(values, percent)), 1)


TASKS: dict[str, Callable[..., Figures]] = {
    "first": measure_first,
    "captions": measure_captions,
    "unplug": measure_unplugging,
    "leave": measure_leaving,
    "appear": measure_appearing,
    "scans": measure_scans,
    "bare-scans": measure_bare_scans,
}

if __name__ == "__main__":
    given = [int(word) if word.isdecimal() else Path(word) for word in sys.argv[2:]]
    print(json.dumps(TASKS[sys.argv[1]](*given)), flush=True)
