"""Folding facts into the rollups, and messages into their line, each once, behind the devices' backs.

It is caught up with quickly before somebody reads. How far a stream is folded stands beside it (``counted_streams``) and moves in the transaction that adds its facts. So
it does not matter who folds, when, or whether several hubs try at once.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, and_, func, select, text, tuple_

from kiosk.hub.database import HubDatabase
from kiosk.hub.database.adding import add_rows
from kiosk.hub.database.stream_tables import counted_streams, facts, streams
from kiosk.hub.messages_taken import MESSAGE, FoundMessage, take_messages
from kiosk.hub.rollup_counts import Counts

# In one go: small enough that a transaction of it delays no device by more than some hundredths of a second.
FACTS_A_STEP: Final = 5_000
STREAMS_A_STEP: Final = 200
# Any number, the same in all hubs: one of them folds at a time, the others need not.
LOCK: Final = 0x4B494F55
WRITING: Final = 0x4B494F56
"""The same for whoever writes: the first lock is gone as soon as the connection that reads is cut."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stream's facts after ``counted_through``, up to ``read_through``."""

    device: str
    incarnation: str
    counted_through: int
    read_through: int


class Rollups:
    """Keeps the rollups of one database up to its facts; safe to use from several threads and hubs."""

    def __init__(self, database: HubDatabase) -> None:
        self._database = database

    def catch_up(self, within_s: float) -> int:
        """Fold what is not folded, for ``within_s`` seconds at most (a step is finished); return how many facts.

        Raises:
            SQLAlchemyError: The database cannot be read or written.
        """
        until = time.monotonic() + within_s
        folded = 0
        while step := self.fold():
            folded += step
            if time.monotonic() >= until:
                break
        return folded

    def fold(self) -> int:
        """Fold one step's facts and return how many; 0 where all are folded, or another hub is at it.

        Raises:
            SQLAlchemyError: The database cannot be read or written.
        """
        with self._database.reading() as reader:
            if not _take_lock(reader):
                return 0
            stretches, counts, found = _read(reader)
            if not stretches:
                return 0
            with self._database.writing() as writer:
                folded = _write(writer, stretches, counts)
                if folded:
                    take_messages(writer, found)
                return folded


def count_waiting(connection: Connection) -> int:
    """Return how many facts are not folded yet."""
    counted = select(func.coalesce(func.sum(counted_streams.c.counted_through), 0)).scalar_subquery()
    taken = select(func.coalesce(func.sum(streams.c.acked_through), 0)).scalar_subquery()
    return int(connection.scalar(select(taken - counted)) or 0)


def _take_lock(connection: Connection) -> bool:
    if connection.dialect.name != "postgresql":
        return True
    return bool(connection.scalar(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": LOCK}))


def _read(connection: Connection) -> tuple[list[_Stretch], Counts, list[FoundMessage]]:
    counts, stretches, left = Counts(), list[_Stretch](), FACTS_A_STEP
    found: list[FoundMessage] = []
    for device, incarnation, counted in connection.execute(_BEHIND).all():
        if left <= 0:
            break
        query = _FACTS.where(
            facts.c.device == device, facts.c.incarnation == incarnation, facts.c.seq > counted
        )
        rows = connection.execute(query.order_by(facts.c.seq).limit(left)).all()
        kept = [row for row in rows if row.body]
        # One text for all: half the time of one for each.
        values = json.loads(f"[{','.join(row.body for row in kept)}]")
        for row, one in zip(kept, values, strict=True):
            counts.count(row.fact, one)
            if row.fact == MESSAGE:
                found.append(FoundMessage(device, incarnation, row.seq, one))
        left -= len(rows)
        if rows:
            stretches.append(_Stretch(device, incarnation, counted, rows[-1].seq))
    return stretches, counts, found


def _write(connection: Connection, stretches: Sequence[_Stretch], counts: Counts) -> int:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITING})
    streams_of = [(one.device, one.incarnation) for one in stretches]
    named = tuple_(counted_streams.c.device, counted_streams.c.incarnation).in_(streams_of)
    known = {
        (device, incarnation): through
        for device, incarnation, through in connection.execute(select(counted_streams).where(named))
    }
    if any(known.get((one.device, one.incarnation), 0) != one.counted_through for one in stretches):
        return 0  # somebody else folded them meanwhile
    for table, rows in counts.sums.items():
        add_rows(connection, table, rows, counts.bins.get(table))
    moved = {(one.device, one.incarnation): [one.read_through - one.counted_through] for one in stretches}
    add_rows(connection, counted_streams, moved)
    return sum(one.read_through - one.counted_through for one in stretches)


_COUNTED = func.coalesce(counted_streams.c.counted_through, 0)
_BEHIND: Final = (
    select(streams.c.device, streams.c.incarnation, _COUNTED)
    .select_from(
        streams.outerjoin(
            counted_streams,
            and_(
                counted_streams.c.device == streams.c.device,
                counted_streams.c.incarnation == streams.c.incarnation,
            ),
        )
    )
    .where(streams.c.acked_through > _COUNTED)
    .limit(STREAMS_A_STEP)
)
_FACTS: Final = select(facts.c.seq, facts.c.fact, facts.c.body)
