"""The hub under load: what it takes in a second, how long devices wait, against the plainest thing that could do it.

Everything is interleaved with its floor in the same run. ``bench_hub_scale`` is the long one: memory and report pages
over millions of facts; ``bench_hub_faults`` has kills and power cuts.
"""

from __future__ import annotations

import itertools
import os
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import psycopg
from sqlalchemy import text

from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.fact_rows import COPY, COPY_END, COPY_HEAD, format_rows
from kiosk.hub.prepared_batch import prepare
from kiosk.model.batch import MAX_FACTS, Batch
from tests.benchmarks.hub_load import enrol, make_batches, make_senders, send_all
from tests.benchmarks.ingest_processes import take_all
from tests.fakes.hub_process import HubProcess
from tests.fakes.postgres_cluster import PostgresCluster, find_programs

Row = tuple[str, float, str, float | None]
ROUNDS = 3
SENDERS = 16
BATCHES_EACH = 12
DEVICES = 200
# 200 devices that send a full batch every ten seconds: each of them a thousand times busier than a busy tablet.
EVERY_S = 10.0
BUSY_DEVICES = 64
BUSY_BATCHES = 6
WORKERS = 2


def measure() -> list[Row]:
    """Return (goal, measured, unit, plain floor in the same run)."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as name:
        folder = Path(name)
        rows = [*_measure_sqlite(folder), *_measure_waiting(folder)]
        programs = find_programs()
        if programs is None:
            return rows
        with PostgresCluster(programs, careful=True) as cluster:
            return [*rows, *_measure_postgresql(cluster)]


def _measure_sqlite(folder: Path) -> list[Row]:
    senders = make_senders(SENDERS, BATCHES_EACH)
    batches = [batch for one in senders for batch in make_batches(one.device, BATCHES_EACH)]
    count = len(batches) * MAX_FACTS
    hub_s, cpu_s, plain_s = [], [], []
    for number in range(ROUNDS):
        path = folder / f"hub{number}.db"
        enrol(str(path), senders)
        with HubProcess(path) as hub:
            before_s = _read_cpu_s(hub.process.pid)
            hub_s.append(_time_s(lambda: send_all(hub.address, senders)))
            cpu_s.append(_read_cpu_s(hub.process.pid) - before_s)
        plain_s.append(_time_s(partial(_insert_plainly, folder / f"plain{number}.db", batches)))
    return [
        ("SQLite: facts acknowledged through HTTP, >= 60,000 a second", count / min(hub_s), "facts/s", count / min(plain_s)),
        ("SQLite: the same by the processor time that the hub took", count / min(cpu_s), "facts/s", None),
    ]  # fmt: skip


def _insert_plainly(path: Path, batches: Sequence[Batch]) -> None:
    """Insert the same lines as they are, batch by batch, each on the disk: no check, no chain, no key but a number."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS facts(device TEXT, seq INTEGER, fact BLOB, PRIMARY KEY(device, seq))"
        )
        for batch in batches:
            connection.execute("BEGIN")
            rows = ((batch.device, seq, line) for seq, line in enumerate(batch.facts, batch.first_seq))
            connection.executemany("INSERT INTO facts VALUES(?, ?, ?)", rows)
            connection.execute("COMMIT")


def _measure_waiting(folder: Path) -> list[Row]:
    senders = make_senders(DEVICES, 2)
    path = folder / "waiting.db"
    enrol(str(path), senders)
    plain_ms: list[float] = []
    beside = threading.Thread(target=_insert_now_and_then, args=(folder / "beside.db", plain_ms))
    with HubProcess(path) as hub:
        beside.start()
        took_ms = send_all(hub.address, senders, EVERY_S)
        beside.join()
    (p50, p99), (plain50, plain99) = (
        [statistics.quantiles(times, n=100)[percent - 1] for percent in (50, 99)]
        for times in (took_ms, plain_ms)
    )
    each = f"{DEVICES} devices, a batch of {MAX_FACTS} each every {EVERY_S:.0f} s"
    return [(f"{each}: p50", p50, "ms", plain50), (f"{each}: p99 <= 100 ms", p99, "ms", plain99)]


def _insert_now_and_then(path: Path, took_ms: list[float]) -> None:
    """Put the same batches on the same disk in the same seconds, plainly, for what the machine itself makes one wait."""
    for batch in make_batches("f" * 32, int(2 * EVERY_S * 10)):
        took_ms.append(1000 * _time_s(lambda: _insert_plainly(path, [batch])))  # noqa: B023 - called at once
        time.sleep(0.1)


def _measure_postgresql(cluster: PostgresCluster) -> list[Row]:
    numbers = range(1, BUSY_DEVICES + 1)
    devices = [make_batches(f"{number:032x}", BUSY_BATCHES) for number in numbers]
    batches = list(itertools.chain.from_iterable(zip(*devices, strict=True)))
    count = len(batches) * MAX_FACTS
    copies = [format_rows(prepare(batch), 0, "2026-11-22") for batch in batches]
    take_s: dict[int, list[float]] = {1: [], WORKERS: []}
    each_s, one_s = [], []
    for _ in range(ROUNDS):
        for workers, took_s in take_s.items():
            took_s.append(take_all(cluster.make_database(), numbers, BUSY_BATCHES, workers))
        with closing(open_database(cluster.make_database())) as database:
            each_s.append(_time_s(lambda: _copy_plainly(database, copies)))
            one_s.append(_time_s(lambda: _copy_plainly(database, [b"".join(copies)])))
    best = {workers: count / min(took_s) for workers, took_s in take_s.items()}
    return [
        (f"PostgreSQL: ingest by {WORKERS} workers against plain COPY, each batch committed, >= 0.8", best[WORKERS], "facts/s", count / min(each_s)),
        ("PostgreSQL: the same against one COPY of all, on the disk once", best[WORKERS], "facts/s", count / min(one_s)),
        ("PostgreSQL: ingest by one worker against plain COPY, each batch committed", best[1], "facts/s", count / min(each_s)),
    ]  # fmt: skip


def _copy_plainly(database: HubDatabase, copies: Sequence[bytes]) -> None:
    """COPY rows that were formatted beforehand into an empty table like the month's, with its key."""
    with database.writing() as connection:
        connection.execute(text("DROP TABLE IF EXISTS plain"))
        connection.execute(text("CREATE TABLE plain (LIKE facts INCLUDING ALL)"))
    address = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as connection:
        for rows in copies:
            with (
                connection.cursor() as cursor,
                cursor.copy(COPY.replace("facts(", "plain(")) as copy,
            ):
                copy.write(COPY_HEAD + rows + COPY_END)
            connection.commit()


def _time_s(work: Callable[[], object]) -> float:
    began_s = time.perf_counter()
    work()
    return time.perf_counter() - began_s


def _read_cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
