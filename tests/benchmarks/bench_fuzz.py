"""Hostile frames and payloads by the hundred thousand: no crash, no hang, memory flat, the good label still read."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.model.marker import parse_marker
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.pyzbar_reader import PyzbarReader
from tests.benchmarks.fuzz_frames import GOOD, FuzzedFrame, make_frames

FRAMES = 100_000
# The processor time for second looks at each: a little, so that all of them have their turns in an hour's time.
BUDGET_MS = 3.0
# Where the first frame does not give the good label: as a hand holds it before the camera for a second.
HELD_FRAMES, HELD_MS = 15, 10.0
# Every so many is read as a photograph is, with every look.
THOROUGH_EVERY = 100
# Libraries and tables are loaded in the first ones.
WARM_UP = 2_000

Row = tuple[str, float, str, float | None]


@dataclass
class Outcome:
    """What came of the frames."""

    frames: int = 0
    good_labels: int = 0
    good_lost: int = 0
    foreign: int = 0
    forged: int = 0
    slowest_ms: float = 0.0
    failed: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


class Fuzz:
    """Reads hostile frames with the live ladder, the one for photographs, and pyzbar."""

    def __init__(self) -> None:
        self._live = Ladder()
        self._thorough = Ladder(budget_ms=None)
        self._pyzbar = PyzbarReader()
        self.outcome = Outcome()

    def read(self, frame: FuzzedFrame) -> None:
        """Read one frame and note what came of it."""
        outcome = self.outcome
        outcome.frames += 1
        begun_s = time.perf_counter()
        try:
            texts = self._read_texts(frame)
        except Exception as error:  # noqa: BLE001 - that nothing is raised at all is what is measured
            outcome.failed.append(f"{frame.kind}: {error!r}")
            return
        outcome.slowest_ms = max(outcome.slowest_ms, (time.perf_counter() - begun_s) * 1000)
        self._judge(frame, texts)

    def _read_texts(self, frame: FuzzedFrame) -> set[str]:
        codes = self._live.read(frame.luminance, BUDGET_MS)
        for _ in range(HELD_FRAMES):
            if any(code.text == GOOD for code in codes) or not frame.has_good_label:
                break
            codes = [*codes, *self._live.read(frame.luminance, HELD_MS)]
        if self.outcome.frames % THOROUGH_EVERY == 0:
            codes = [*codes, *self._thorough.read(frame.luminance), *self._pyzbar.read(frame.luminance)]
        return {code.text for code in codes if code.is_read}

    def _judge(self, frame: FuzzedFrame, texts: set[str]) -> None:
        if frame.has_good_label:
            self.outcome.good_labels += 1
            if GOOD not in texts:
                self.outcome.good_lost += 1
                self.outcome.lost.append(frame.kind)
        others = texts - {GOOD, frame.payload}
        self.outcome.foreign += len(texts - {GOOD})
        self.outcome.forged += sum(1 for text in others if parse_marker(text) is not None)


def measure(frames: int = FRAMES) -> Iterator[Row]:
    """Yield (goal, measured, unit, floor) of ``frames`` hostile frames."""
    fuzz = Fuzz()
    begun_s, start_mb = time.monotonic(), 0.0
    for number, frame in enumerate(make_frames(frames, seed=20)):
        if number == min(WARM_UP, frames // 2):
            start_mb = _measure_peak_mb()
        fuzz.read(frame)
    outcome = fuzz.outcome
    for line in (*outcome.failed[:10], *outcome.lost[:10]):
        print("   ", line)
    yield "hostile frames read", outcome.frames, "frames", None
    yield "crashes: goal 0", len(outcome.failed), "frames", None
    yield "slowest read", outcome.slowest_ms, "ms", None
    yield f"good labels lost beside them ({outcome.good_labels}): goal 0", outcome.good_lost, "labels", None
    yield "other texts read", outcome.foreign, "texts", None
    yield "of these in our form though nobody drew them: goal 0", outcome.forged, "texts", None
    yield "memory grown after the first", _measure_peak_mb() - start_mb, "MB", None
    yield "all of it", time.monotonic() - begun_s, "s", None


def _measure_peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    for row in measure(int(sys.argv[1]) if len(sys.argv) > 1 else FRAMES):
        print(row)
