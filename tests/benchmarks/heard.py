"""What is really heard, through a sound server of our own: rows for ``./run bench narration``."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.bench_guide import prepare
from tests.fakes.sound_server import SoundServer, find_missing_programs

HOUSE = Path(__file__).parents[2]
PATIENCE_S = 300
RATES = (0.75, 1.0, 1.25, 1.5, 2.0)
Row = tuple[str, float, str, float | None]


def measure_heard() -> Iterator[Row]:
    """Yield (goal, measured, unit, floor), or nothing and say why."""
    if missing := find_missing_programs():
        print(
            f"   what is really heard: not measured without {missing} (Debian: pulseaudio pulseaudio-utils)"
        )
        return
    first = ask("first")
    for percent in (50, 95):
        goal = f"recording: open and play to first audible sample, p{percent}"
        yield goal, first[f"ours_p{percent}_ms"], "ms", first[f"bare_p{percent}_ms"]
    yield from measure_scans()
    captions = ask("captions")
    for rate in RATES:
        goal = f"captions against the audible sound at {rate:g}x, p95 (goal <= 70)"
        yield goal, captions[f"heard_{rate:g}"], "ms", None
    unplugged = ask("unplug")
    yield (
        "headphones out: last sound from the loudspeaker, worst (goal <= 100)",
        unplugged["last_max_ms"],
        "ms",
        None,
    )
    yield "headphones in again: heard through them", unplugged["again"], "rounds", unplugged["rounds"]
    left = ask("leave")
    yield "a story that is left: its last sound, worst", left["silent_max_ms"], "ms", None
    goal = "a story that cuts a fade short: first audible sample, p95"
    yield goal, left["after_fade_p95_ms"], "ms", left["plain_p95_ms"]


def measure_scans() -> Iterator[Row]:
    """Yield how long it takes from the frame with the code to the first audible sample, in the whole guide."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        prepare(folder)
        bare, guide = ask("bare-scans", name), ask("scans", name)
    for percent in (50, 95):
        key = f"sound_p{percent}_ms"
        goal = f"code in view -> first audible sample, p{percent}"
        yield goal, guide[key], "ms", bare[key]
    beyond_ms = guide["sound_p95_ms"] - bare["sound_p95_ms"]
    yield "  beyond decoding it and starting a player, p95 (goal <= 80)", beyond_ms, "ms", None


def ask(*task: str) -> dict[str, float]:
    """Return what a probe measured, in a process and at a sound server of its own."""
    with SoundServer() as server:
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.heard_probe", *task],
            env=server.environment | {"QT_LOGGING_RULES": "*.warning=false"},
            cwd=HOUSE,
            stdout=subprocess.PIPE,
            text=True,
            timeout=PATIENCE_S,
            check=True,
        )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures
