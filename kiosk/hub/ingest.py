"""Taking batches so that no fact is lost or counted twice, however often and in whatever order they come.

Devices wait for the disk together: batches that arrive while a transaction is under way are taken by the next one. A
batch is acknowledged when its transaction has ended, never before.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from kiosk.hub.database import HubDatabase
from kiosk.hub.database.partitions import make_month, next_month
from kiosk.hub.database.stream_tables import streams
from kiosk.hub.fact_rows import write_facts
from kiosk.hub.prepared_batch import PreparedBatch, prepare
from kiosk.hub.repeats import hold_back_repeats
from kiosk.hub.stream_heads import ForkError, compare, hold, move_heads
from kiosk.model.batch import Batch

__all__ = ["Acknowledgement", "ForkError", "Ingest"]

# So many batches share a transaction at most: the last one's wait is bounded, and so is memory.
MOST_TOGETHER: Final = 32
# SQLite has one writer; a PostgreSQL server has processors of its own.
AT_ONCE: Final = {"sqlite": 1, "postgresql": 2}


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The hub's word: it has the stream's facts up to ``acked_through`` (the batch's last), and their hash.

    ``rejected`` are the numbers of this batch that could not be read: kept raw, and acknowledged.
    """

    acked_through: int
    head_hash: str
    rejected: tuple[int, ...] = ()


def read_clock() -> datetime:
    """Return the time, UTC, by the machine's own clock."""
    return datetime.now(UTC)


class _Waiting:
    """A batch on its way, and what became of it (None where whoever wrote it failed unforeseen)."""

    def __init__(self, prepared: PreparedBatch) -> None:
        self.prepared = prepared
        self.chosen = False
        self.done = threading.Event()
        self.outcome: Acknowledgement | ForkError | SQLAlchemyError | None = None


class Ingest:
    """Writes batches; safe to call from many threads at once, and from many hubs on one database."""

    def __init__(self, database: HubDatabase, now: Callable[[], datetime] = read_clock) -> None:
        self._database = database
        self._now = now
        self._turn = threading.Semaphore(AT_ONCE[database.kind])
        # One interpreter prepares one batch at a time in any case: many at once only push each other aside, finish
        # together and late, and starve whoever writes.
        self._desk = threading.Lock()
        self._guard = threading.Lock()
        self._waiting: list[_Waiting] = []
        self._month_made_for: date | None = None

    def check(self) -> None:
        """Raise SQLAlchemyError where the database cannot be read."""
        with self._database.reading() as connection:
            connection.execute(select(streams.c.device).limit(1)).all()

    def take(self, batch: Batch) -> Acknowledgement:
        """Take a batch; it is on the disk when this returns.

        What the hub has already is compared and not counted again.

        Raises:
            ForkError: The batch is no continuation of the stream.
            SQLAlchemyError: It could not be written; nothing was taken.
        """
        mine = self._join(batch)
        # Whoever gets a turn writes for all that wait; the others find theirs chosen.
        while not mine.chosen:
            with self._turn:
                # Whoever has another turn may have chosen all of them meanwhile.
                if not mine.chosen and (group := self._choose()):
                    self._take_group(group)
        mine.done.wait()
        if isinstance(mine.outcome, Acknowledgement):
            return mine.outcome
        raise mine.outcome or SQLAlchemyError("the batch was not written")

    def _join(self, batch: Batch) -> _Waiting:
        """Prepare a batch, and put it into the line."""
        with self._desk:
            mine = _Waiting(prepare(batch))
        with self._guard:
            self._waiting.append(mine)
        return mine

    def _choose(self) -> list[_Waiting]:
        """Take those out of the line that go together: the first ones, of each stream one."""
        chosen: dict[tuple[str, str], _Waiting] = {}
        with self._guard:
            for waiting in self._waiting:
                if len(chosen) < MOST_TOGETHER:
                    chosen.setdefault(waiting.prepared.stream, waiting)
            for waiting in chosen.values():
                waiting.chosen = True
            self._waiting = [waiting for waiting in self._waiting if not waiting.chosen]
        return list(chosen.values())

    def _take_group(self, group: Sequence[_Waiting]) -> None:
        try:
            self._take_together(group)
        finally:
            for waiting in group:
                waiting.done.set()

    def _take_together(self, group: Sequence[_Waiting]) -> None:
        try:
            outcomes = self._write([waiting.prepared for waiting in group])
        except SQLAlchemyError as error:
            if len(group) == 1:
                group[0].outcome = self._try_again(group[0].prepared, error)
                return
            # One that cannot be written must not hold up the others.
            for waiting in group:
                self._take_together([waiting])
            return
        for waiting, outcome in zip(group, outcomes, strict=True):
            waiting.outcome = outcome

    def _try_again(
        self, prepared: PreparedBatch, error: SQLAlchemyError
    ) -> Acknowledgement | ForkError | SQLAlchemyError:
        """Compare once more where another hub took the same stream's first batch in the same moment."""
        if not isinstance(error, IntegrityError):
            return error
        try:
            return self._write([prepared])[0]
        except SQLAlchemyError as again:
            return again

    def _write(self, group: Sequence[PreparedBatch]) -> list[Acknowledgement | ForkError]:
        now = self._now()
        self._make_months(now.date())
        with self._database.writing() as connection:
            return _write(connection, group, now)

    def _make_months(self, today: date) -> None:
        """Make this month's and the next month's tables beforehand, in a transaction of their own."""
        if self._database.kind == "postgresql" and self._month_made_for != today.replace(day=1):
            with self._database.writing() as connection:
                make_month(connection, today)
                make_month(connection, next_month(today))
            self._month_made_for = today.replace(day=1)


def _write(
    connection: Connection, group: Sequence[PreparedBatch], now: datetime
) -> list[Acknowledgement | ForkError]:
    held = hold(connection, [prepared.stream for prepared in group])
    outcomes: list[Acknowledgement | ForkError] = []
    taken: list[tuple[PreparedBatch, int]] = []
    for prepared in group:
        try:
            known = compare(connection, held.heads.get(prepared.stream), prepared)
        except ForkError as fork:
            outcomes.append(fork)
        else:
            taken.append((prepared, known))
            outcomes.append(_acknowledge(prepared))
    if taken:
        taken = hold_back_repeats(connection, held, taken)
        move_heads(connection, held.heads, [prepared for prepared, _ in taken], int(now.timestamp() * 1000))
        write_facts(connection, taken, now.date().isoformat())
    return outcomes


def _acknowledge(prepared: PreparedBatch) -> Acknowledgement:
    return Acknowledgement(prepared.batch.last_seq, prepared.hashes[-1].hex(), tuple(prepared.rejected))
