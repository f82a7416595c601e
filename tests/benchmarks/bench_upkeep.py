"""When a label is said to wear out: how soon for worn ones, how seldom for sound ones; and what keeping count costs."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from kiosk.upkeep import notes
from kiosk.upkeep.book import LabelBook
from kiosk.upkeep.judge import judge_labels
from kiosk.upkeep.rows import read_records
from kiosk.upkeep.wear import FIRST_READS, Wear
from tests.benchmarks.worn_labels import PLACES, draw_worn_labels, read_as_visitors

if TYPE_CHECKING:
    import sqlite3

Row = tuple[str, float, str, float | None]
VISITORS = 40
LABELS = 500
READS = 600
STOPS, DAYS = 1_000, 60


def measure() -> Iterator[Row]:
    """Yield the rows of the table."""
    pools = {
        (wear, name): list(read_as_visitors(label, place, VISITORS))
        for wear, label in draw_worn_labels().items()
        for name, place in PLACES.items()
    }
    for name in PLACES:
        failed = 100 * pools["whole", name].count(None) / VISITORS
        yield f"sound label, {name}: visitors who cannot read it", failed, "%", None
    reads = {key: [spare for spare in pool if spare is not None] for key, pool in pools.items()}
    yield from _measure_false_alarms(reads)
    yield from _measure_noticed(reads)
    yield from _measure_cost()


def _measure_false_alarms(reads: dict[tuple[str, str], list[float]]) -> Iterator[Row]:
    for name in PLACES:
        told = _share_told(reads["whole", name], reads["whole", name])
        yield f"sound label, {name}: said to wear (goal: 1 or less)", told, "%", None
    told = _share_told(reads["whole", "near, bright"], reads["whole", "dim"])
    yield "sound label, summer, then winter's light: said to wear (1 or less)", told, "%", None


def _measure_noticed(reads: dict[tuple[str, str], list[float]]) -> Iterator[Row]:
    for kind in dict.fromkeys(wear for wear, _ in reads if wear != "whole"):
        needed = {
            name: [_count_until_told(reads["whole", name], worn, seed) for seed in range(100)]
            for (wear, name), worn in reads.items()
            if wear == kind and worn
        }
        shares = [100 - counts.count(None) for counts in needed.values()]
        yield f"{kind}: noticed, where least", float(min(shares)), "%", None
        yield f"{kind}: noticed, where most", float(max(shares)), "%", None
        told = [count for counts in needed.values() for count in counts if count is not None]
        yield f"{kind}: reads until it is told, median", median(told), "reads", None


def _share_told(first: Sequence[float], later: Sequence[float]) -> float:
    told = [_count_until_told(first, later, seed) is not None for seed in range(LABELS)]
    return 100 * sum(told) / LABELS


def _count_until_told(first: Sequence[float], later: Sequence[float], seed: int) -> int | None:
    """Return after how many later reads a label is said to wear; None within 600."""
    lot = random.Random(seed)
    wear = Wear()
    for _ in range(FIRST_READS):
        wear = wear.take(lot.choice(first))
    for count in range(1, READS):
        wear = wear.take(lot.choice(later))
        if wear.is_wearing:
            return count
    return None


def _measure_cost() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        book = LabelBook(Path(folder))
        days = [(date(2026, 9, 1) + timedelta(day)).isoformat() for day in range(DAYS)]
        book.do(partial(_fill, days))
        size_mb = sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6
        yield "1,000 labels, each read on 60 days: size", size_mb, "MB", None
        note = partial(_note, days[-1])
        taken_ms = [_time_ms(lambda: book.do(note)) for _ in range(100)]
        yield "one read noted, durable, median", median(taken_ms), "ms", None
        yield "one read noted, durable, p95", quantiles(taken_ms, n=20)[-1], "ms", None
        yield "a visit's end: the file written anew", _time_ms(book.rewrite), "ms", None
        stops = [f"mill/{stop}" for stop in range(STOPS)]
        look = _time_ms(
            lambda: judge_labels(stops, book.do(lambda kept: read_records(kept, "mill")), days[-1])
        )
        yield "1,000 labels looked at for the staff page, in the background", look, "ms", None
        book.close()


def _fill(days: Sequence[str], connection: sqlite3.Connection) -> None:
    for stop in range(STOPS):
        for day in days:
            notes.note_read(connection, f"mill/{stop}", day, 1.0)


def _note(day: str, connection: sqlite3.Connection) -> None:
    notes.note_read(connection, "mill/7", day, 0.9)


def _time_ms(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
