"""Two stops recognised one right after the other, 1,000 times: never two sounds, never the wrong words."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from tests.benchmarks.composed import percentile
from tests.benchmarks.quick_stops import QuickStops

ROUNDS = 1_000
Row = tuple[str, float, str, float | None]


def measure() -> Iterator[Row]:
    """Yield the rows: goal, measured, unit, floor."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")  # a machine without sound says so each time
    application = QCoreApplication.instance() or QGuiApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        stops = QuickStops(Path(folder))
        outcome = stops.play(ROUNDS)
        stops.close()
    application.processEvents()
    for fault in (*outcome.two_sounds, *outcome.wrong_words, *outcome.unheard):
        print(f"   {fault}")
    yield "two stops in quick succession: rounds", outcome.rounds, "rounds", None
    yield "two sounds at once, on decoded audio (goal 0)", len(outcome.two_sounds), "rounds", None
    yield "the wrong words (goal 0)", len(outcome.wrong_words), "rounds", None
    yield "the second stop not heard (goal 0)", len(outcome.unheard), "rounds", None
    yield (
        "second stop recognised -> its first decoded sample, p95",
        percentile(outcome.to_second_ms, 95),
        "ms",
        None,
    )
