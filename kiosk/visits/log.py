"""The durable log of visits: an act is on the disk before the screen answers it.

One thread owns ``events.db``. The caller hands an event over and waits until it is durable, but never
longer than the interface can bear (see :mod:`kiosk.visits.patience`); on a disk that slow the event
stays in line and is written in order. What cannot be written at all is counted, told to the listener
once, and noted in the log as a gap as soon as writing works again.
"""

from __future__ import annotations

import json
import queue
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from kiosk.model.errors import KioskError
from kiosk.visits.bounds import MAX_ROWS, count_rows, trim
from kiosk.visits.clock import Clock, Reading
from kiosk.visits.damage import rescue
from kiosk.visits.events import check_event
from kiosk.visits.lock import WriterLock
from kiosk.visits.patience import Patience
from kiosk.visits.reserve import Reserve
from kiosk.visits.store import connect, is_damage, is_full, read_meta, transaction

T = TypeVar("T")
MAX_IN_LINE: Final = 10_000
RETRY_AFTER_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class _Event:
    name: str
    visit: str | None
    reading: Reading
    body: str


class EventLog:
    """Appends events durably; see the module.

    ``append`` belongs to one thread (the interface's); ``submit`` may be called from any. ``listener``
    is told incidents on the log's own thread: it must be quick and must not call back.

    Raises:
        KioskError: ``visits.log-in-use`` when another writer holds the log.
    """

    def __init__(
        self,
        path: Path,
        device: str,
        clock: Clock,
        listener: Callable[[KioskError], None] = lambda _incident: None,
    ) -> None:
        self.path = path
        self.device = device
        self.clock = clock
        self._listener = listener
        self._reserve = Reserve(path.with_suffix(".reserve"))
        self._lock = WriterLock(path.with_suffix(".lock"))
        self._patience = Patience()
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._connection: sqlite3.Connection | None = None
        self._incarnation = ""
        self._rows = 0
        self._lost = 0
        self._troubled_since_s: float | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="visit-log", daemon=True)
        self._thread.start()

    def append(self, name: str, visit: str | None = None, /, **values: object) -> bool:
        """Log one declared event, in a transaction of its own.

        Returns:
            True when it is on the disk; False when the disk could not do it within 80 ms (it stays
            in line) or at all (a gap will say so).

        Raises:
            ValueError: The event is not declared or out of bounds, or the log is closed.
        """
        check_event(name, values)
        body = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        event = _Event(name, visit, self.clock.read(), body)
        if self._jobs.qsize() > MAX_IN_LINE:
            return False
        written = self._enqueue(lambda: self._write(event))
        return self._await(written)

    def submit(self, job: Callable[[sqlite3.Connection], T]) -> Future[T]:
        """Run ``job`` on the log's thread after all that is in line; it makes its own transactions.

        The future raises KioskError (``visits.log-not-written``, ``visits.log-damaged``) where the disk
        refused.
        """
        return self._enqueue(lambda: self._do(job))

    def close(self) -> None:
        """Write what is in line, close the database and let another writer in. May be called twice."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
            self._thread.join()
            self._lock.release()

    def _enqueue(self, work: Callable[[], T]) -> Future[T]:
        if self._closed:
            raise ValueError("the visit log is closed")
        future: Future[T] = Future()
        self._jobs.put(lambda: _fulfil(future, work))
        return future

    def _await(self, written: Future[bool]) -> bool:
        started_ms = time.monotonic() * 1000
        allowance_ms = self._patience.allowance_ms(started_ms)
        try:
            return written.result(timeout=allowance_ms / 1000)
        except NotYet:
            return False
        finally:
            self._patience.spend(time.monotonic() * 1000 - started_ms)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
        if self._connection is not None:
            self._connection.close()

    def _write(self, event: _Event) -> bool:
        try:
            self._with_reserve(lambda: self._insert(self._connected(), event))
        except (sqlite3.Error, OSError) as error:
            self._lost += 1
            self._tell(error)
            return False
        self._troubled_since_s = None
        return True

    def _do(self, job: Callable[[sqlite3.Connection], T]) -> T:
        try:
            done = self._with_reserve(lambda: job(self._connected()))
        except (sqlite3.Error, OSError) as error:
            self._tell(error)
            raise describe(error, self.path) from error
        self._reserve.ensure()
        return done

    def _with_reserve(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except sqlite3.OperationalError as error:
            if not (is_full(error) and self._reserve.release()):
                raise
            self._listener(describe(error, self.path))
            return work()

    def _insert(self, connection: sqlite3.Connection, event: _Event) -> None:
        with transaction(connection):
            if self._lost:
                self._insert_gap(connection, event.reading)
            self._insert_row(connection, None, event)
        self._rows += 2 if self._lost else 1
        self._lost = 0
        if self._rows > MAX_ROWS:
            self._trim(connection, event.reading)

    def _insert_gap(self, connection: sqlite3.Connection, reading: Reading) -> None:
        last = connection.execute("SELECT max(seq) FROM sqlite_sequence").fetchone()[0] or 0
        values = {"first_seq": last + 1, "last_seq": last + self._lost, "reason": "not-written"}
        gap = _Event("Gap", None, reading, json.dumps(values))
        self._insert_row(connection, last + self._lost + 1, gap)

    def _insert_row(self, connection: sqlite3.Connection, seq: int | None, event: _Event) -> None:
        reading = event.reading
        connection.execute(
            "INSERT INTO events VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                seq,
                self._incarnation,
                event.visit,
                reading.boot_id,
                reading.boot_ms,
                reading.wall_ms,
                reading.quality,
                event.name,
                event.body,
            ),
        )

    def _trim(self, connection: sqlite3.Connection, reading: Reading) -> None:
        with transaction(connection):
            missing = trim(connection)
            if missing is not None:
                values = {"first_seq": missing[0], "last_seq": missing[1], "reason": "bounded"}
                self._insert_row(connection, None, _Event("Gap", None, reading, json.dumps(values)))
        self._rows = count_rows(connection)

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            self._check_retry()
            self._connection = self._open()
            self._incarnation = read_meta(self._connection, "incarnation") or ""
            self._rows = count_rows(self._connection)
            self._reserve.ensure()
        return self._connection

    def _check_retry(self) -> None:
        since_s = self._troubled_since_s
        if since_s is not None and time.monotonic() - since_s < RETRY_AFTER_S:
            raise OSError("the log could not be opened a moment ago")

    def _open(self) -> sqlite3.Connection:
        try:
            return connect(self.path, self.device)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self._tell(error)
            return rescue(self.path, self.device)

    def _tell(self, error: Exception) -> None:
        first = self._troubled_since_s is None
        if first or self._connection is None:
            self._troubled_since_s = time.monotonic()
        if isinstance(error, sqlite3.DatabaseError) and is_damage(error) and self._connection:
            # Damage met in mid-life: the next event opens (and so rescues) the file anew.
            self._connection.close()
            self._connection = None
        if first:
            self._listener(describe(error, self.path))


def describe(error: Exception, path: Path) -> KioskError:
    """Return what a failed write means for staff."""
    if isinstance(error, sqlite3.Error) and is_full(error):
        return KioskError(
            "The disk is full",
            thing=path.name,
            expected="room for what visitors do",
            found=str(error),
            remedy="Free space on the disk; the visit goes on, and a gap will say what was not recorded",
            code="visits.disk-full",
        )
    damaged = isinstance(error, sqlite3.DatabaseError) and is_damage(error)
    code = "visits.log-damaged" if damaged else "visits.log-not-written"
    remedy = (
        "Facts that could be read were kept; look at the disk's health"
        if damaged
        else "Free space on the disk, or make the data folder writable; the visit goes on meanwhile"
    )
    return KioskError(
        "What visitors did was not recorded", thing=path.name, found=str(error), remedy=remedy, code=code
    )


def _fulfil(future: Future[Any], work: Callable[[], Any]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(work())
    except Exception as error:  # noqa: BLE001 - handed to whoever waits for the future
        future.set_exception(error)
