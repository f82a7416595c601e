"""Not how quick but how sturdy: the hub killed at lines of its ingest, and its power cut; each row tells how many held.

What was acknowledged is there, and once, whatever was sent again. ``KIOSK_BENCH_KILLS`` says how many lines are tried
on each database (300 where it is not set; there are some 6,500).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from kiosk.hub.database import open_database
from tests.fakes.postgres_cluster import PostgresCluster, find_programs
from tests.faults.hub_kills import choose_steps, count_steps, try_steps
from tests.faults.hub_power_cuts import CUTS, try_cuts
from tests.faults.power_cuts import record

Row = tuple[str, float, str, float]
# The first database that a cluster makes; its tables are copied to the others.
_TEMPLATE: Final = "hub1"
KILLS: Final = int(os.environ.get("KIOSK_BENCH_KILLS", "300"))


def measure() -> Iterator[Row]:
    """Yield (goal, how many held, unit, how many were tried); on PostgreSQL where its programs are there."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        yield from _cut_power(folder)
        yield _kill("SQLite", folder, lambda number: _make_file(folder / f"{number}.db"))
        programs = find_programs()
        if programs is None:
            return
        with PostgresCluster(programs) as cluster:
            open_database(cluster.make_database()).close()
            yield _kill("PostgreSQL", folder, lambda _number: cluster.make_database(_TEMPLATE))


def _kill(kind: str, folder: Path, make_address: Callable[[int], str]) -> Row:
    steps = count_steps(make_address(0), folder / f"{kind}-count")
    chosen = choose_steps(steps, KILLS)
    held = sum(
        try_steps([step], lambda number: (make_address(number), folder / f"{kind}-{number}.told")) == []
        for step in chosen
    )
    return (
        f"hub on {kind}: kill -9 at lines, of {steps:,} in an ingest",
        float(held),
        "held",
        float(len(chosen)),
    )


def _make_file(path: Path) -> str:
    open_database(str(path)).close()
    return str(path)


def _make_folder(path: Path) -> Path:
    path.mkdir()
    return path


def _cut_power(folder: Path) -> Iterator[Row]:
    """Cut the power of a hub on SQLite; none where there is no C compiler to record its writes with."""
    if shutil.which("cc") is None:
        return
    notes = record(_make_folder(folder / "recorded"), program="tests.faults.hub_power_cuts")
    held = sum(try_cuts(notes, [number], CUTS, folder) == [] for number in range(CUTS))
    yield "hub on SQLite: power cut, its own writes torn and lost at random", float(held), "held", float(CUTS)
