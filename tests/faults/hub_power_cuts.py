"""Power cuts of a hub on SQLite, rebuilt from its own writes as in :mod:`tests.faults.power_cuts`.

Run as ``python -m`` it takes batches in a data folder, and writes down each acknowledgement as it is given.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from kiosk.hub.database import engines, open_database
from kiosk.hub.database.stream_tables import facts, streams
from kiosk.hub.ingest import Ingest
from kiosk.hub.rollups import Rollups
from tests.fakes.made_batches import cut_batch
from tests.fakes.made_facts import make_lines
from tests.faults.power_cuts import Note, cut_power

CUTS = 300
_LINES = make_lines(90)
_STREAMS = tuple(f"{number:032x}" for number in range(3))


def take_batches(folder: Path, *, in_haste: bool = False) -> None:
    """Take batches of three streams in turn, and fold; ``in_haste`` does not wait for the disk."""
    acknowledged = os.open(folder / "acknowledged", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with closing(open_database(str(folder / "hub.db"))) as database:
        if in_haste:
            with database.writing() as connection:
                raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA synchronous = NORMAL")
        ingest, rollups = Ingest(database), Rollups(database)
        for first in range(1, len(_LINES), 10):
            for stream in _STREAMS:
                taken = ingest.take(cut_batch(_LINES, first, 10, stream))
                os.write(acknowledged, f"{stream}:{taken.acked_through}\n".encode())
            rollups.fold()


def try_cuts(notes: Sequence[Note], numbers: Sequence[int], cuts: int, folder: Path) -> list[str]:
    """Cut the power at those ``numbers`` of ``cuts`` moments and open the hub again; return in words what is wrong."""
    wrong = []
    for number in numbers:
        left = folder / f"cut-{number}"
        left.mkdir()
        moment = 1 + number * (len(notes) - 1) // max(1, cuts - 1)
        acknowledged = cut_power(notes, moment, left, random.Random(number))
        wrong += [f"cut {number} after {moment} notes: {fault}" for fault in find_faults(left, acknowledged)]
    return wrong


def find_faults(folder: Path, acknowledged: set[str]) -> Iterator[str]:
    """Return what of the acknowledged is not there, and any head that is not where its facts end."""
    with closing(open_database(str(folder / "hub.db"))) as database:
        Rollups(database).catch_up(60)
        with database.reading() as connection:
            heads = {row.incarnation: row.acked_through for row in connection.execute(select(streams))}
            for word in sorted(acknowledged):
                stream, acked = word.split(":")
                if heads.get(stream, 0) < int(acked):
                    yield f"{word} was acknowledged, {heads.get(stream, 0)} kept"
            for stream, acked in heads.items():
                query = select(facts.c.seq).where(facts.c.incarnation == stream).order_by(facts.c.seq)
                if list(connection.scalars(query)) != list(range(1, acked + 1)):
                    yield f"the head of {stream} is not where its facts end"


if __name__ == "__main__":
    setattr(engines, "CHECKPOINT_PAGES", 30)  # noqa: B010 - so that checkpoints are among what is cut
    take_batches(Path(sys.argv[1]), in_haste="in-haste" in sys.argv[2:])
