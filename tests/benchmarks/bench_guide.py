"""The whole guide on the demonstration pack: start, memory, processor, touch, and from the code to the sound.

Everything runs in fresh processes, so that memory is the guide's own. The floor is a bare QML window, or
the decoder and a bare player, in processes of the same kind.
"""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOUSE = Path(__file__).parents[2]
DROP_CACHES = Path("/proc/sys/vm/drop_caches")
WARM_STARTS = 5
COLD_STARTS = 2
ATTRACT_S = 20.0
LABELS = 10
ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
# A guide that was started once has its modules compiled; a developer's machine may forbid to keep them.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)
Row = tuple[str, float, str, float | None]


def measure() -> Iterator[Row]:
    """Yield the rows: goal, measured, unit, floor (None where nothing plain does the like)."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        prepare(folder)
        yield from measure_starts(folder)
        yield from measure_attract(folder)
        yield from measure_visit(folder)


def prepare(folder: Path) -> None:
    """Install the packs, and draw what the camera will see."""
    import numpy as np

    from kiosk.model.content import Depth
    from kiosk.model.marker import format_marker
    from kiosk.packs.store import PackStore
    from tests.benchmarks.composed import draw_label, draw_wall, install_packs
    from tests.benchmarks.guide_probe import WALL_FRAMES

    data = folder / "data"
    data.mkdir()
    install_packs(data)
    store = PackStore(data)
    library = store.open_library()
    site = max(library.sites("en"), key=lambda site: len(library.stop_cards(site.id, "en")))
    (folder / "recordings").mkdir()
    drawn = 0
    for card in library.stop_cards(site.id, "en"):
        stop = library.get_stop(card.id, "en")
        told = [one for one in stop.recordings if one.depth is Depth.STORY and one.language == "en"]
        if told and drawn < LABELS:
            text = format_marker(site.label_host, stop.code, library.label_key(site.id))
            np.save(folder / f"label-{drawn}.npy", draw_label(text, card.number))
            recording = library.media_path(told[0].sha256)
            assert recording is not None
            (folder / "recordings" / f"{drawn}.opus").symlink_to(recording)
            drawn += 1
    library.close()
    store.close()
    for number in range(WALL_FRAMES):
        np.save(folder / f"wall-{number}.npy", draw_wall(number))


def measure_starts(folder: Path) -> Iterator[Row]:
    """Yield the time from a process's start to its first frame, medians: files in memory, then files on the disk."""
    bare_s, guide_s = (
        [time_start(what, folder) for _ in range(WARM_STARTS + 1)] for what in ("bare", "guide")
    )
    goal = "first frame, warm, from the start of the process (goal <= 0.5 s)"
    yield goal, statistics.median(guide_s[1:]), "s", statistics.median(bare_s[1:])
    if not os.access(DROP_CACHES, os.W_OK):
        print("   first frame, cold: not measured, only root can drop the disk's caches")
        return
    bare_s, guide_s = (
        [time_cold_start(what, folder) for _ in range(COLD_STARTS)] for what in ("bare", "guide")
    )
    goal = "first frame, cold, the disk's caches dropped (goal <= 1.0 s)"
    yield goal, statistics.median(guide_s), "s", statistics.median(bare_s)


def time_cold_start(what: str, folder: Path) -> float:
    """Drop the caches of the disk, and time a start."""
    os.sync()
    DROP_CACHES.write_text("3\n", "ascii")
    return time_start(what, folder)


def time_start(what: str, folder: Path) -> float:
    """Return the seconds from a process's start to its first frame."""
    with run_window(what, folder) as (_, first_frame_s):
        return first_frame_s


@contextmanager
def run_window(what: str, folder: Path) -> Iterator[tuple[int, float]]:
    """Run a window until the block is left; gives its process id and the seconds to its first frame."""
    started_s = time.monotonic()
    process = subprocess.Popen(
        command(what, folder / "data"), stdout=subprocess.PIPE, text=True, cwd=HOUSE, env=ENVIRONMENT
    )
    try:
        assert process.stdout is not None
        words = process.stdout.readline().split()
        if words[:2] != ["first", "frame"]:
            raise RuntimeError(f"{what} showed no frame")
        yield process.pid, float(words[2]) - started_s
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        assert process.stdout is not None
        process.stdout.close()


def command(task: str, where: Path) -> list[str]:
    """Return the command of a probe."""
    return [sys.executable, "-m", "tests.benchmarks.guide_probe", task, str(where)]


def measure_attract(folder: Path) -> Iterator[Row]:
    """Yield memory and processor of the attract page, looked at from outside."""
    (bare_mb, bare_percent), (guide_mb, guide_percent) = (watch(what, folder) for what in ("bare", "guide"))
    yield "memory at attract (goal <= 110 MB)", guide_mb, "MB", bare_mb
    yield (
        "processor at attract, pictures fading (goal <= 8 % of a core)",
        guide_percent,
        "%",
        bare_percent or None,
    )


def watch(what: str, folder: Path) -> tuple[float, float]:
    """Return the memory in MB at the end, and the share of a core over 20 s."""
    from tests.benchmarks.composed import read_cpu_s, read_rss_mb

    with run_window(what, folder) as (pid, _):
        time.sleep(2)
        before_s, started_s = read_cpu_s(pid), time.monotonic()
        time.sleep(ATTRACT_S)
        percent = 100 * (read_cpu_s(pid) - before_s) / (time.monotonic() - started_s)
        return read_rss_mb(pid), percent


def measure_visit(folder: Path) -> Iterator[Row]:
    """Yield what one visit measured from the inside."""
    plain, guide = (ask(what, folder) for what in ("bare-scan", "visit"))
    goals = (
        ("scanning_rss_mb", "memory, scanning and playing (goal <= 200 MB)", "MB"),
        ("scanning_percent", "processor, preview and scanning 720p at 15 frames/s (goal <= 25 %)", "%"),
        ("still_percent", "processor, a stop's page nobody touches (goal <= 1 %)", "%"),
        ("touch_p95_ms", "touch -> page painted, p95 (goal <= 100 ms)", "ms"),
        ("seen_p95_ms", "touch -> page half faded in, p95", "ms"),
        ("scroll_fps", "scrolling a stop's page (goal >= 55 frames/s)", "fps"),
        ("scroll_p95_ms", "frame while scrolling, p95 (goal <= 25 ms)", "ms"),
        ("sound_p50_ms", "code in view -> first decoded sample, p50", "ms"),
        ("sound_p95_ms", "code in view -> first decoded sample, p95 (goal <= 150 ms)", "ms"),
    )
    for key, goal, unit in goals:
        yield goal, guide[key], unit, plain.get(key)


def ask(what: str, folder: Path) -> dict[str, float]:
    """Return what a probe measured."""
    done = subprocess.run(
        command(what, folder), stdout=subprocess.PIPE, text=True, check=True, cwd=HOUSE, env=ENVIRONMENT
    )
    rows: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return rows
