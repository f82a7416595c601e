"""Not how quick but how sturdy: faults of an install and of the visit log, tried one after another; each row tells how many held.

The measured figure is how many ended as they must - one whole release is shown, what went wrong is said with a
code, a repeat with a good stick completes -, the floor how many were tried, and the ratio 1.00.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from tests.faults.pack_bad_reads import FATAL, HARMLESS, count_reads, read_badly
from tests.faults.pack_full_disk import fill_at_step, small_disk
from tests.faults.pack_hostile import HOSTILE, install_hostile
from tests.faults.pack_kills import list_steps
from tests.faults.pack_mutations import install_spoilt
from tests.faults.pack_world import NEW, OLD, World, make_world, small_scale
from tests.faults.power_cuts import CUTS, record, try_cuts

Row = tuple[str, float, str, float]

LINES = 300
MUTATIONS = 200
_MEMORY = Path("/dev/shm")


def measure() -> list[Row]:
    """Return the rows; hundreds of installs, in memory where there is a folder in memory. Takes minutes."""
    folder = Path(
        tempfile.mkdtemp(prefix="kiosk-bench-", dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None)
    )
    try:
        world = make_world(folder / "world")
        rows = [*kills(world, folder), *full_disk(world, folder), *bad_reads(world, folder)]
        rows += [spoilt(world, folder), hostile(world, folder)]
        tried = sum(row[3] for row in rows)
        return [
            *rows,
            ("all faults of an install that were tried", sum(row[1] for row in rows), "held", tried),
            *visit_log(folder),
        ]
    finally:
        shutil.rmtree(folder)


def kills(world: World, folder: Path) -> list[Row]:
    """Kill -9 at every named step and at many lines, and cut the power at every step, in a program that forks."""
    words = [str(world.folder), str(made(folder / "kills")), str(LINES), "1000"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.pack_kills", *words], capture_output=True, text=True, check=True
    )
    report = json.loads(done.stdout)
    steps = len(report["steps"])
    rows = {
        f"kill -9 at each of {steps} named steps": report["kills"][:steps],
        f"kill -9 at lines, of {report['lines']:,} in an install": report["kills"][steps:],
        "kill -9 at each step of going back, removing and scrubbing": report["other_changes"],
        "power cut at each named step (a disk's unflushed bytes lost)": report["power_cuts"],
    }
    return [
        (name, float(sum(one["shown"] in (OLD, NEW) for one in outcomes)), "held", float(len(outcomes)))
        for name, outcomes in rows.items()
    ]


def visit_log(folder: Path) -> list[Row]:
    """Cut the power of a device that logs visits at 598 moments; none where there is no C compiler."""
    if shutil.which("cc") is None:
        return []
    names = {
        "power cut of the visit log: no acknowledged event lost, none twice": (),
        "the same with a log that does not wait for the disk, to compare": ("in-haste",),
    }
    rows: list[Row] = []
    for name, words in names.items():
        place = made(folder / f"power-{len(rows)}")
        wrong = try_cuts(record(place, *words), range(CUTS), CUTS, place)
        rows.append((name, float(CUTS - len(wrong)), "held", float(CUTS)))
    return rows


def full_disk(world: World, folder: Path) -> list[Row]:
    """Fill the disk at each step; none where no small disk can be mounted."""
    with small_scale():
        steps = list_steps(world, made(folder / "steps"))
    with small_disk(folder / "probe") as probe:
        steps = steps if probe else []

    def fill(step: str) -> None:
        with small_disk(folder / "disk") as disk:
            assert disk is not None
            fill_at_step(world, disk, step)

    return [count("full disk at each named step", (partial(fill, step) for step in steps))]


def bad_reads(world: World, folder: Path) -> list[Row]:
    """Have a drive misbehave from each read of an install on."""
    reads = count_reads(world, folder / "counted")

    def read(kind: str, at: int) -> None:
        try:
            read_badly(world, folder / "device", kind, at)
        finally:
            shutil.rmtree(folder / "device")

    return [
        count(
            f"{kind}, from each of {reads} reads on", (partial(read, kind, at) for at in range(1, reads + 1))
        )
        for kind in FATAL
    ] + [
        count(f"{kind}, from some reads on", (partial(read, kind, at) for at in range(1, reads, 9)))
        for kind in HARMLESS
    ]


def spoilt(world: World, folder: Path) -> Row:
    """Spoil a good stick at random."""

    def spoil(seed: int) -> None:
        place = made(folder / "spoilt")
        try:
            install_spoilt(world, place, seed)
        finally:
            shutil.rmtree(place)

    return count("a good stick, spoilt at random", (partial(spoil, seed) for seed in range(MUTATIONS)))


def hostile(world: World, folder: Path) -> Row:
    """Make sticks and files that nobody makes by accident."""

    def attack(name: str) -> None:
        place = made(folder / "hostile")
        try:
            install_hostile(world, place, name)
        finally:
            shutil.rmtree(place)

    return count("links, pipes, odd names, bombs, crowds", (partial(attack, name) for name in HOSTILE))


def count(name: str, faults: Iterable[Callable[[], None]]) -> Row:
    """Try each fault; say how many held. Those that did not are printed."""
    tried = held = 0
    for fault in faults:
        tried += 1
        try:
            fault()
            held += 1
        except Exception:  # the others are to be tried as well; the row tells
            traceback.print_exc()
    return name, float(held), "held", float(tried)


def made(folder: Path) -> Path:
    """Make a folder."""
    folder.mkdir()
    return folder
