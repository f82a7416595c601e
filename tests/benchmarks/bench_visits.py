"""The durable log, the wipe at a visit's end, the outbox and the hub, against the plainest thing that could do it."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from kiosk.hub.database import open_database
from kiosk.hub.ingest import Ingest
from kiosk.model.batch import MAX_FACTS, Batch
from kiosk.sync.outbox import Outbox
from kiosk.visits.clock import SystemClock
from kiosk.visits.handover import Handover
from kiosk.visits.log import EventLog
from kiosk.visits.visit import Visit
from tests.fakes.made_batches import cut_batch
from tests.fakes.made_facts import make_lines

DEVICE = "d" * 32
Row = tuple[str, float, str, float | None]
ACTS = 120
# Twenty acts a second are more than any visitor makes; without the pause the log's own patience would tell.
PAUSE_S = 0.05
BATCHES = 20


def measure() -> list[Row]:
    """Return (goal, measured, unit, plain floor in the same run)."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        bare_ms = _measure_bare_inserts(folder / "bare.db")
        append_ms, late = _measure_appends(folder / "log")
        return [
            ("act durable before the screen answers, p50 <= 5 ms", _p(append_ms, 50), "ms", _p(bare_ms, 50)),
            ("act durable before the screen answers, p95 <= 10 ms", _p(append_ms, 95), "ms", _p(bare_ms, 95)),
            ("acts the screen did not wait for (0 on a healthy disk)", float(late), "acts", None),
            ("a visit's end folded, wiped and handed over, p95 <= 100 ms", _measure_end(folder / "end"), "ms", None),
            ("hub takes facts, >= 20,000 a second", *_measure_hub(folder)),
            ("outbox to acknowledged, >= 10,000 a second", _measure_outbox(folder / "outbox.db"), "facts/s", None),
        ]  # fmt: skip


def _p(samples: list[float], percent: int) -> float:
    return statistics.quantiles(samples, n=100)[percent - 1]


def _time_ms(work: Callable[[], object]) -> float:
    started_s = time.perf_counter()
    work()
    return (time.perf_counter() - started_s) * 1000


def _measure_bare_inserts(path: Path) -> list[float]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE events(seq INTEGER PRIMARY KEY, body TEXT)")
        times = []
        for _ in range(ACTS):
            times.append(
                _time_ms(lambda: connection.execute("INSERT INTO events(body) VALUES(?)", ("x" * 180,)))
            )
            time.sleep(PAUSE_S)
    return times


def _measure_appends(folder: Path) -> tuple[list[float], int]:
    with closing(EventLog(folder / "events.db", DEVICE, SystemClock())) as log:
        log.submit(lambda connection: connection.execute("SELECT 1")).result(10)
        times, late = [], 0
        for _ in range(ACTS):
            started_s = time.perf_counter()
            late += not log.append("StopOpened", "v" * 16, stop="qutb/minar", by="code")
            times.append((time.perf_counter() - started_s) * 1000)
            time.sleep(PAUSE_S)
    return times, late


def _measure_end(folder: Path) -> float:
    with (
        closing(EventLog(folder / "events.db", DEVICE, SystemClock())) as log,
        closing(Outbox(folder / "outbox.db", DEVICE)) as outbox,
    ):
        handover, visit, times = Handover(log, outbox, after_visits=1), Visit(log), []
        for _ in range(20):
            visit.start("qutb", "en", 10)
            for stop in range(10):
                visit.open_stop(f"qutb/s{stop}", "code")
            visit.end("leave")
            times.append(_time_ms(lambda: handover.settle().result(10)))
    return _p(times, 95)


def _measure_hub(folder: Path) -> tuple[float, str, float]:
    lines = make_lines(MAX_FACTS * BATCHES)
    batches = [cut_batch(lines, 1 + index * MAX_FACTS, MAX_FACTS) for index in range(BATCHES)]
    with closing(open_database(str(folder / "hub.db"))) as database:
        ingest = Ingest(database)
        hub_ms = _time_ms(lambda: [ingest.take(batch) for batch in batches])
    with closing(sqlite3.connect(folder / "plain.db", isolation_level=None)) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        plain.execute("PRAGMA synchronous = FULL")
        plain.execute("CREATE TABLE facts(stream INTEGER, seq INTEGER, fact BLOB)")
        plain_ms = _time_ms(lambda: _insert_all(plain, batches))
    return len(lines) / hub_ms * 1000, "facts/s", len(lines) / plain_ms * 1000


def _insert_all(plain: sqlite3.Connection, batches: list[Batch]) -> None:
    for batch in batches:
        plain.execute("BEGIN")
        plain.executemany("INSERT INTO facts VALUES(1, ?, ?)", enumerate(batch.facts))
        plain.execute("COMMIT")


def _measure_outbox(path: Path) -> float:
    lines = make_lines(MAX_FACTS * BATCHES)
    with closing(Outbox(path, DEVICE)) as outbox, closing(open_database(f"{path}.hub")) as database:
        ingest = Ingest(database)

        def carry() -> None:
            outbox.accept("one", lines)
            while batch := outbox.next_batch():
                taken = ingest.take(batch)
                outbox.acknowledge(batch, taken.acked_through, taken.head_hash)

        return len(lines) / _time_ms(carry) * 1000
