"""1,200 random steps in the whole guide: how long the interface stood still, what memory grew by, what was left."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.benchmarks.bench_guide import ENVIRONMENT, HOUSE, Row


def measure() -> list[Row]:
    """Return the rows; there is no floor: the goals are absolute."""
    # Its status 1 says that something was left or led nowhere: the rows say what.
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.soak"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=HOUSE,
        env=ENVIRONMENT,
        check=False,
    )
    *blocks, last = done.stdout.splitlines()
    print("\n".join(blocks))
    figures = json.loads(last)
    wall_ms, _, _ = figures["blocks"][0]
    busy_ms = max(cpu_ms for _, cpu_ms, _ in figures["blocks"])
    threads_before, threads_after = figures["threads"]
    return [
        ("soak: the interface held up at the longest (goal <= 100 ms)", wall_ms, "ms", None),
        ("soak: of which busy itself, at the longest", busy_ms, "ms", None),
        ("soak: memory grown over 1,200 steps (goal <= 2 MB)", figures["grown_mb"], "MB", None),
        ("soak: threads more than after the warm-up (goal 0)", threads_after - threads_before, "", None),
        ("soak: things left behind at the end (goal 0)", len(figures["left_behind"]), "", None),
        ("soak: pages that led nowhere (goal 0)", len(figures["dead_ends"]), "", None),
    ]
