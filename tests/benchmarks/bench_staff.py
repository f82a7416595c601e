"""Sticks at a guide in use: how soon one is noticed and read, and whether visitors feel 1 GiB being installed."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

HOUSE = Path(__file__).parents[2]
STICK_BYTES = 1 << 30
PLUGS = 10
Row = tuple[str, float, str, float | None]


def measure() -> Iterator[Row]:
    """Yield the rows: goal, measured, unit, floor (the same guide with nothing beside it)."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        yield from measure_notice(folder)
        prepare(folder)
        yield from measure_look(folder)
        yield from measure_install(folder)


def prepare(folder: Path) -> None:
    """Make a device that shows the demonstration's content, and a stick of 1 GiB, both of one operator."""
    from kiosk.app.embedded_packs import find_embedded_packs
    from kiosk.packs.build import build_pack
    from kiosk.packs.source import read_source
    from tests.benchmarks.staff_probe import write_stick
    from tests.fakes.signed_packs import ThrowAwayOperator
    from tests.packs.small_source import write_small_source

    operator = ThrowAwayOperator()
    packs = find_embedded_packs()
    if not packs:
        raise FileNotFoundError("no pack in build/packs: ./run builds the demonstration")
    with closing(operator.open_store(folder / "data")) as store:
        for pack in packs:
            outcome = store.install(operator.repository.sign_hpack(pack, folder / pack.name))
            assert outcome.result == "installed", outcome.error
    mill = build_pack(read_source(write_small_source(folder / "source")), folder / "mill.hpack").path
    (folder / "STICK").mkdir()
    write_stick(folder / "STICK", mill, STICK_BYTES)
    operator.repository.sign_tree(folder / "STICK")


def measure_notice(folder: Path) -> Iterator[Row]:
    """Yield how long after a mount the watch tells of it; only root can mount."""
    from kiosk.packs.drives.drive import Drive
    from kiosk.packs.drives.mount_table import MountTable
    from kiosk.packs.drives.watch import MountWatch
    from tests.fakes.sticks import Sticks, why_not

    if reason := why_not():
        print(f"   a stick noticed: not measured, {reason}")
        return
    told, is_told = list[tuple[Drive, ...]](), threading.Event()

    def hear(drives: tuple[Drive, ...]) -> None:
        told.append(drives)
        is_told.set()

    sticks = Sticks(folder)
    watch = MountWatch(MountTable(roots=((str(sticks.folder), 1),)))
    waits_ms = []
    with closing(sticks), closing(watch):
        watch.start(hear)
        is_told.wait(5)
        for number in range(PLUGS):
            is_told.clear()
            started_s = time.monotonic()
            sticks.plug(f"S{number}")
            assert is_told.wait(5)
            waits_ms.append((time.monotonic() - started_s) * 1000)
    yield "a stick mounted -> noticed, worst of 10 (goal <= 1000 ms)", max(waits_ms), "ms", None


def measure_look(folder: Path) -> Iterator[Row]:
    """Yield how long it takes a process of its own to say what is on 1 GiB."""
    words = ("pack", "inspect", str(folder / "STICK"), "--json", "--data", str(folder / "data"))
    seconds = []
    for _ in range(3):
        started_s = time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "kiosk", *words], cwd=HOUSE, check=True, stdout=subprocess.DEVNULL
        )
        seconds.append(time.monotonic() - started_s)
    yield "1 GiB looked at, in a process of its own, median of 3", statistics.median(seconds), "s", None


def measure_install(folder: Path) -> Iterator[Row]:
    """Yield what a visitor who scrolls notices of an install, against the same visitor with nothing beside."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.staff_probe", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=HOUSE,
    )
    rows: dict[str, dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
    before, during, switch = rows["before"], rows["during"], rows["switch"]
    yield "1 GiB in 2,000 files installed beside a visit", during["seconds"], "s", None
    yield "frames drawn meanwhile", during["frames"], "", None
    yield "frames over 100 ms late meanwhile (goal 0)", during["late"], "", before["late"] or None
    yield "frame, 99th percentile late", during["p99_frame_ms"], "ms", before["p99_frame_ms"]
    yield "frame, worst late", during["worst_frame_ms"], "ms", before["worst_frame_ms"]
    yield "interface thread held up at worst", during["worst_beat_ms"], "ms", before["worst_beat_ms"]
    yield (
        "the same while the content is switched (goal <= 100 ms)",
        *(switch["worst_beat_ms"], "ms", before["worst_beat_ms"]),
    )
