"""The hub after millions of facts: memory, the disk, and how long a page waits for its figures.

``KIOSK_BENCH_FACTS`` says how many dwells (300,000 where it is not set); the figures of docs/explanation/scale.md are
of 10,000,000: twenty sites of forty stops, a year of days, three languages.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Final

from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.ingest import Ingest
from kiosk.hub.reports import Reports
from kiosk.hub.rollup_reading import Days
from kiosk.hub.rollups import Rollups
from kiosk.model.batch import MAX_FACTS, Batch, chain_all, start_hash
from tests.fakes.made_batches import INCARNATION

Row = tuple[str, float, str, float | None]
FACTS = int(os.environ.get("KIOSK_BENCH_FACTS", "300000"))
DEVICES: Final = 200
# As many batches wait for the disk together.
TOGETHER: Final = 20
SITES: Final = 20
STOPS: Final = 40
DAYS: Final = 365
FIRST_DAY: Final = date(2026, 1, 1)
_MEGABYTE: Final = 1024 * 1024


def measure() -> list[Row]:
    """Return (goal, measured, unit, plain floor in the same run)."""
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-", dir=os.environ.get("KIOSK_BENCH_FOLDER")) as name:
        path = Path(name) / "hub.db"
        with closing(open_database(str(path))) as database:
            grown = _fill(database)
            size = path.stat().st_size
            return [
                ("memory after a tenth of the facts", grown[0], "MB", None),
                (f"memory after {FACTS:,} facts: no more", grown[1], "MB", grown[0]),
                ("the database, a fact", size / FACTS, "bytes", None),
                *_measure_pages(database),
            ]


def _fill(database: HubDatabase) -> tuple[float, float]:
    """Take and fold all facts; return the memory after a tenth, and after all."""
    ingest, rollups = Ingest(database), Rollups(database)
    batches, taken, early_mb = _make_batches(), 0, 0.0
    with ThreadPoolExecutor(TOGETHER) as senders:
        while some := list(islice(batches, TOGETHER)):
            list(senders.map(ingest.take, some))
            rollups.fold()
            taken += len(some) * MAX_FACTS
            if not early_mb and taken >= FACTS // 10:
                early_mb = _read_memory_mb()
    rollups.catch_up(600)
    return early_mb, _read_memory_mb()


def _make_batches() -> Iterator[Batch]:
    """Make batches of dwells in the order of their days, by all devices in turn; each twentieth fact is a visit."""
    chance = random.Random(1)
    heads = {device: (0, start_hash(device, INCARNATION)) for device in (f"{n:032x}" for n in range(DEVICES))}
    batches = FACTS // MAX_FACTS
    for number in range(batches):
        device = f"{number % DEVICES:032x}"
        day = FIRST_DAY + timedelta(days=number * DAYS // batches)
        site = int(device, 16) % SITES
        seq, head = heads[device]
        lines = tuple(_make_line(chance, f"site{site}", day, seq + index) for index in range(MAX_FACTS))
        batch = Batch(device, INCARNATION, seq + 1, head, lines)
        heads[device] = (seq + MAX_FACTS, chain_all(batch)[-1])
        yield batch


def _make_line(chance: random.Random, site: str, day: date, number: int) -> bytes:
    language = ("en", "en", "hi", "ar")[number % 4]
    hour = f"{day}T{8 + number % 10:02}"
    if number % 20 == 0:
        return (
            f'{{"counted":true,"fact":"visit","hour":"{hour}","id":"{number:016x}","language":"{language}",'
            f'"minutes":{chance.randrange(3, 90)},"site":"{site}","stops":{number % 12},"stops_on_offer":{STOPS},'
            f'"suggestions_shown":4,"suggestions_taken":{number % 3}}}'
        ).encode()
    depth = ("glance", "story", "deep")[number % 3]
    return (
        f'{{"by":"code","counted":true,"depth":"{depth}","dwell_ms":{int(chance.lognormvariate(10.6, 0.9)) + 3000},'
        f'"fact":"dwell","heard_ms":{chance.randrange(90_000)},"hour":"{hour}","id":"{number:016x}","kind":"recording",'
        f'"language":"{language}","media_ms":90000,"stop":"{site}/s{chance.randrange(STOPS)}"}}'
    ).encode()


def _measure_pages(database: HubDatabase) -> list[Row]:
    reports = Reports(database)
    month = Days("2026-06-01", "2026-06-30")
    pages: dict[str, Callable[[], object]] = {
        "report of one site, a year, <= 1,000 ms": lambda: reports.read("site3", 1_000.0),
        "report of one site, a month": lambda: reports.read("site3", 1_000.0, month),
        "report of all sites, a year, <= 1,000 ms": lambda: reports.read(None, None),
        "totals": reports.totals,
        "list of sites": reports.sites,
    }
    return [(f"{name} ({FACTS:,} facts)", _time_ms(page), "ms", None) for name, page in pages.items()]


def _time_ms(work: Callable[[], object]) -> float:
    """Return the best of three: other programs must not be measured."""
    times = []
    for _ in range(3):
        began_s = time.perf_counter()
        work()
        times.append((time.perf_counter() - began_s) * 1000)
    return min(times)


def _read_memory_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE
