"""A thousand random runs of everything that can go wrong between devices, sticks, a network and the hub.

In each run the hub's totals have to be the sum of what the devices logged, less what a restored disk really lost; the
first run that differs ends it with its seed. ``python -m tests.benchmarks.bench_sync 50`` makes fewer.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.sync_world import make_template, run_world

Row = tuple[str, float, str, float | None]
RUNS = 1_000


def measure(runs: int = RUNS) -> list[Row]:
    """Make the runs; raise AssertionError with the seed of the first that is not as it should be."""
    started_s = time.monotonic()
    counted = lost = 0
    with TemporaryDirectory(prefix="kiosk-sync-") as folder:
        template = make_template(Path(folder))
        for seed in range(runs):
            found, gone = run_world(Path(folder) / f"run-{seed}", template, seed)
            counted, lost = counted + found, lost + gone
    return [
        ("random runs whose totals are the sum of what was logged", runs, "runs", float(runs)),
        ("facts in them, each counted once", counted, "facts", None),
        ("facts that were lost with a restored disk, and asked of nobody", lost, "facts", None),
        ("time of a run", (time.monotonic() - started_s) / runs * 1000, "ms", None),
    ]


if __name__ == "__main__":
    for row in measure(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS):
        print(*row)
