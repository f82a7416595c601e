"""A hub that is killed before a chosen line of its ingest, on either database: what it acknowledged is there."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import func, select

from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.database.stream_tables import facts, quarantine, streams
from kiosk.hub.ingest import Ingest
from kiosk.hub.reports import Reports
from kiosk.hub.rollups import Rollups
from kiosk.model.batch import Batch
from tests.fakes.made_batches import cut_batch
from tests.fakes.made_facts import make_lines
from tests.faults.sudden_end import count_lines, run_in_child, trace

HUB = f"{os.sep}kiosk{os.sep}hub{os.sep}"
LINES = [*make_lines(12, name="visit"), b"no fact", *make_lines(12, 50)]
STREAMS = ("1" * 32, "2" * 32)


def list_batches() -> list[Batch]:
    """Batches of two streams, with a replay and an overlap among them."""
    return [
        cut_batch(LINES, first, count, stream)
        for first, count in ((1, 8), (1, 8), (6, 9), (15, 11))
        for stream in STREAMS
    ]


def take_all(address: str, told: Path) -> None:
    """Take the batches one by one, note each acknowledgement after it was given, and fold in between."""
    with closing(open_database(address)) as database, told.open("a") as notes:
        ingest, rollups = Ingest(database), Rollups(database)
        for batch in list_batches():
            taken = ingest.take(batch)
            os.write(notes.fileno(), f"{batch.incarnation} {taken.acked_through}\n".encode())
            rollups.fold()


def count_steps(address: str, told: Path) -> int:
    """Return how many lines of the hub's code the whole work runs."""
    return count_lines(HUB, lambda: take_all(address, told))


def kill_at(step: int, address: str, told: Path) -> bool:
    """Do the work in a process of its own that is killed before line ``step``; tell whether it came so far."""

    def work() -> None:
        left = step

        def on_line() -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        trace(HUB, lambda: take_all(address, told), on_line)

    return run_in_child(work)


def find_faults(address: str, told: Path) -> Iterator[str]:
    """Return in words what is wrong with what the killed hub left, before and after the devices send again."""
    acknowledged = read_acknowledged(told)
    with closing(open_database(address)) as database:
        with database.reading() as connection:
            heads = {row.incarnation: row.acked_through for row in connection.execute(select(streams))}
            for stream, acked in acknowledged.items():
                if heads.get(stream, 0) < acked:
                    yield f"acknowledged {acked} of {stream[0]}, kept {heads.get(stream, 0)}"
            for stream, acked in heads.items():
                here = select(facts.c.seq).where(facts.c.incarnation == stream).order_by(facts.c.seq)
                if list(connection.scalars(here)) != list(range(1, acked + 1)):
                    yield f"the head of {stream[0]} is not where its facts end"
        for batch in list_batches():
            Ingest(database).take(batch)
        yield from find_wrong_totals(database)


def find_wrong_totals(database: HubDatabase) -> Iterator[str]:
    """Return what is wrong after all batches were taken at last."""
    totals = Reports(database).totals()
    with database.reading() as connection:
        kept = connection.scalar(select(func.count()).select_from(facts))
        raw = connection.scalar(select(func.count()).select_from(quarantine))
    expected = (len(LINES) * len(STREAMS), len(STREAMS), 0)
    if (kept, raw, totals.uncounted) != expected:
        yield f"{kept} facts, {raw} in quarantine, {totals.uncounted} uncounted instead of {expected}"
    (report,) = Reports(database).read("qutb", None)
    # The second incarnation sends the same facts: they are kept in their places, and counted once.
    if report.visits != 12:
        yield f"{report.visits} visits counted instead of 12"


def read_acknowledged(told: Path) -> dict[str, int]:
    """Return the highest number that was acknowledged of each stream; a line cut short was not yet told."""
    found: dict[str, int] = {}
    for line in told.read_text().splitlines(keepends=True) if told.exists() else []:
        stream, acked = line.split()
        if line.endswith("\n"):
            found[stream] = max(found.get(stream, 0), int(acked))
    return found


def choose_steps(steps: int, count: int) -> Sequence[int]:
    """Return ``count`` of the steps 1 to ``steps``, always the same."""
    return sorted(random.Random(count).sample(range(1, steps + 1), min(count, steps)))


def try_steps(steps: Sequence[int], make: Callable[[int], tuple[str, Path]]) -> list[str]:
    """Kill at each of ``steps``, on what ``make`` gives for it (an address and a file for notes); return all faults."""
    wrong = []
    for step in steps:
        address, told = make(step)
        kill_at(step, address, told)
        wrong += [f"killed at line {step}: {fault}" for fault in find_faults(address, told)]
    return wrong
