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
from pathlib import Path
from typing import Any, Final, TypeVar

from kiosk.model.errors import KioskError
from kiosk.visits.bounds import MAX_ROWS, count_rows, trim
from kiosk.visits.clock import Clock, Reading
from kiosk.visits.damage import rescue
from kiosk.visits.disk_errors import describe, is_damage, is_full
from kiosk.visits.events import check_event
from kiosk.visits.lock import WriterLock
from kiosk.visits.patience import Patience
from kiosk.visits.reserve import Reserve
from kiosk.visits.rows import LogRow, insert_lost, insert_row, make_gap
from kiosk.visits.store import connect, read_meta, transaction

T = TypeVar("T")
MAX_IN_LINE: Final = 10_000
RETRY_AFTER_S: Final = 1.0


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
        # What the line had no place for: counted by who appends, told as a gap by the log's thread.
        self._turned_away = 0
        self._turned_away_told = 0
        self._in_trouble = False
        self._not_opened_s: float | None = None
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
        written = self._line_up(name, visit, values)
        return written is not None and self._await(written)

    def note(self, name: str, visit: str | None = None, /, **values: object) -> None:
        """Log one declared event that no answer of the screen waits for.

        It is written in its order: an ``append`` after it that says True says so of this event too.

        Raises:
            ValueError: As ``append``.
        """
        self._line_up(name, visit, values)

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

    def _line_up(self, name: str, visit: str | None, values: dict[str, object]) -> Future[bool] | None:
        """Put an event in line; None when the line is too long."""
        check_event(name, values)
        body = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        row = LogRow(name, visit, self.clock.read(), body)
        if self._jobs.qsize() > MAX_IN_LINE:
            self._turned_away += 1
            return None
        return self._enqueue(lambda: self._write(row))

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

    def _write(self, row: LogRow) -> bool:
        try:
            self._with_reserve(lambda: self._insert(self._connected(), row))
        except (sqlite3.Error, OSError) as error:
            self._lost += 1
            self._tell(error)
            return False
        self._in_trouble = False
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

    def _insert(self, connection: sqlite3.Connection, row: LogRow) -> None:
        turned_away = self._turned_away
        lost = self._lost + turned_away - self._turned_away_told
        with transaction(connection):
            if lost:
                insert_lost(connection, self._incarnation, row.reading, lost)
            insert_row(connection, self._incarnation, row)
        self._rows += 2 if lost else 1
        self._lost, self._turned_away_told = 0, turned_away
        if self._rows > MAX_ROWS:
            self._trim(connection, row.reading)

    def _trim(self, connection: sqlite3.Connection, reading: Reading) -> None:
        with transaction(connection):
            missing = trim(connection)
            if missing is not None:
                insert_row(connection, self._incarnation, make_gap(reading, *missing, "bounded"))
        self._rows = count_rows(connection)

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._open_again()
            self._incarnation = read_meta(self._connection, "incarnation") or ""
            self._rows = count_rows(self._connection)
            self._reserve.ensure()
        return self._connection

    def _open_again(self) -> sqlite3.Connection:
        since_s = self._not_opened_s
        if since_s is not None and time.monotonic() - since_s < RETRY_AFTER_S:
            raise OSError("the log could not be opened a moment ago")
        try:
            return self._open()
        except (sqlite3.Error, OSError):
            self._not_opened_s = time.monotonic()
            raise

    def _open(self) -> sqlite3.Connection:
        try:
            return connect(self.path, self.device)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            self._tell(error)
            return rescue(self.path, self.device)

    def _tell(self, error: Exception) -> None:
        if self._connection is not None and isinstance(error, sqlite3.Error) and is_damage(error):
            # Damage met in mid-life: the next event opens the file anew, and so rescues it.
            self._connection.close()
            self._connection = None
        if not self._in_trouble:
            self._in_trouble = True
            self._listener(describe(error, self.path))


def _fulfil(future: Future[Any], work: Callable[[], Any]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(work())
    except Exception as error:  # noqa: BLE001 - handed to whoever waits for the future
        future.set_exception(error)
