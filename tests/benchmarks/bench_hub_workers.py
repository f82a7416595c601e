"""One process of the hub against two at the same socket, on PostgreSQL, through HTTP, in turn.

Devices and PostgreSQL use the same processors: where all of them are busy already, more workers take no more. What
they would take elsewhere is told by their processor time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.batch import MAX_FACTS
from tests.benchmarks.hub_load import Sender, enrol, make_senders, send_all
from tests.fakes.hub_process import HubProcess
from tests.fakes.postgres_cluster import PostgresCluster, find_programs

Row = tuple[str, float, str, float | None]
ROUNDS = 3
WORKERS = 2
SENDERS = 16
BATCHES_EACH = 24


@dataclass(frozen=True, slots=True)
class _Run:
    """How long the hub took to answer and to take all, and the processor time of each of its serving processes, s."""

    start_s: float
    took_s: float
    cpu_s: Sequence[float]


@dataclass(frozen=True, slots=True)
class _Summary:
    """The best rate of some runs, their mean rate by processor time (facts/s), and the shortest start."""

    rate: float
    by_cpu: float
    start_s: float

    @classmethod
    def of(cls, runs: Sequence[_Run], count: int) -> _Summary:
        """Sum up runs of ``count`` facts each."""
        cpu_s = sum(sum(run.cpu_s) for run in runs)
        return cls(
            rate=count / min(run.took_s for run in runs),
            by_cpu=count * len(runs) / cpu_s,
            start_s=min(run.start_s for run in runs),
        )


def measure() -> list[Row]:
    """Return (goal, measured, unit, one process in the same run); nothing where there is no PostgreSQL."""
    programs = find_programs()
    if programs is None:
        return []
    senders = make_senders(SENDERS, BATCHES_EACH)
    runs: dict[int, list[_Run]] = {1: [], WORKERS: []}
    with PostgresCluster(programs, careful=True) as cluster:
        for _ in range(ROUNDS):
            for workers, those in runs.items():
                those.append(_run(cluster.make_database(), senders, workers))
    count = SENDERS * BATCHES_EACH * MAX_FACTS
    one, many = (_Summary.of(those, count) for those in runs.values())
    shares = [min(run.cpu_s) / sum(run.cpu_s) for run in runs[WORKERS]]
    return [
        (f"{WORKERS} workers: facts acknowledged through HTTP", many.rate, "facts/s", one.rate),
        ("the same for a second of the serving processes' time", many.by_cpu, "facts/s", one.by_cpu),
        (f"what the least busy of {WORKERS} had of it, at worst >= {0.7 / WORKERS:.2f}", min(shares), "share", None),
        ("from the start to answers", many.start_s, "s", one.start_s),
    ]  # fmt: skip


def _run(address: str, senders: Sequence[Sender], workers: int) -> _Run:
    enrol(address, senders)
    began_s = time.perf_counter()
    with HubProcess(address, workers=workers) as hub:
        start_s = time.perf_counter() - began_s
        serving = hub.list_workers() or [hub.process.pid]
        before_s = [_read_cpu_s(pid) for pid in serving]
        began_s = time.perf_counter()
        send_all(hub.address, senders)
        took_s = time.perf_counter() - began_s
        cpu_s = [_read_cpu_s(pid) - before for pid, before in zip(serving, before_s, strict=True)]
    return _Run(start_s, took_s, cpu_s)


def _read_cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
