"""Which tickets were used: marks kept durably in ``tickets.db``, bounded, and gone when their days are over."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from kiosk.tickets.mark import is_mark, read_last_day
from kiosk.tickets.places import FILE_NAME
from kiosk.tickets.store import open_store, transaction

MOST_MARKS: Final = 100_000
"""Some 5 MB. A device that has seen more than that forgets those first whose last day comes first."""

_ADD: Final = "INSERT INTO mark VALUES(?, 1, ?, 0) ON CONFLICT(mark) DO NOTHING"
_ADD_ELSEWHERE: Final = "INSERT INTO mark VALUES(?, 0, 1, 1) ON CONFLICT(mark) DO NOTHING"


class TicketBook:
    """Used tickets of one device; safe to call from several threads. Nothing is opened before the first call.

    Each method raises sqlite3.Error or OSError where the disk does not do its part; nothing is half done then.

    Args:
        folder: The data folder.
        most: How many marks are kept.
    """

    def __init__(self, folder: Path, *, most: int = MOST_MARKS) -> None:
        self._path = folder / FILE_NAME
        self._most = most
        self._guard = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._count = 0

    def close(self) -> None:
        """Let the file go."""
        with self._guard:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def is_used(self, mark: str) -> bool:
        """Tell whether a ticket may not be used here any more."""
        with self._guard:
            row = self._opened().execute("SELECT 1 FROM mark WHERE mark = ?", (mark,)).fetchone()
            return row is not None

    def begin(self, mark: str) -> bool:
        """Note that the desk is about to be asked for a ticket; False where it was noted before, by a guide that was cut off."""
        with self._guard:
            connection = self._opened()
            with transaction(connection):
                return connection.execute("INSERT OR IGNORE INTO claiming VALUES(?)", (mark,)).rowcount > 0

    def add(self, mark: str, *, desk_knows: bool) -> None:
        """Keep a ticket as used on this device; it is on the disk when this returns."""
        self._add(_ADD, [(mark, int(desk_knows))])

    def add_elsewhere(self, marks: Iterable[str]) -> None:
        """Keep tickets that were used up elsewhere; what is no mark is passed over."""
        self._add(_ADD_ELSEWHERE, [(mark,) for mark in marks if is_mark(mark)][: self._most])

    def list_untold(self, place: str, most: int) -> list[str]:
        """Return marks that ``place`` (``desk`` or ``hub``) has not been told of."""
        column = _column(place)
        with self._guard:
            rows = self._opened().execute(f"SELECT mark FROM mark WHERE {column} = 0 LIMIT ?", (most,))
            return [mark for (mark,) in rows]

    def note_told(self, place: str, marks: Sequence[str]) -> None:
        """Note that ``place`` (``desk`` or ``hub``) knows of these marks."""
        column = _column(place)
        with self._guard:
            connection = self._opened()
            with transaction(connection):
                connection.executemany(
                    f"UPDATE mark SET {column} = 1 WHERE mark = ?", [(one,) for one in marks]
                )

    def forget_over(self, earliest: date) -> int:
        """Forget the marks of tickets whose last day was before ``earliest``, and return how many."""
        with self._guard:
            connection = self._opened()
            with transaction(connection):
                over = [(mark,) for mark in _list_marks(connection) if read_last_day(mark) < earliest]
                connection.executemany("DELETE FROM mark WHERE mark = ?", over)
            self._count = _count(connection)
            return len(over)

    def read_number(self, key: str) -> int:
        """Return a number kept beside the marks, 0 where there is none."""
        with self._guard:
            row = self._opened().execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
            return int(row[0]) if row is not None and isinstance(row[0], int) else 0

    def write_number(self, key: str, value: int) -> None:
        """Keep a number beside the marks."""
        with self._guard:
            self._opened().execute("INSERT OR REPLACE INTO meta VALUES(?, ?)", (key, value))

    def _add(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        with self._guard:
            connection = self._opened()
            with transaction(connection):
                self._make_room(connection, len(rows))
                connection.executemany(statement, rows)
                connection.executemany("DELETE FROM claiming WHERE mark = ?", [row[:1] for row in rows])
            self._count = _count(connection)

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = open_store(self._path)
            self._count = _count(self._connection)
        return self._connection

    def _make_room(self, connection: sqlite3.Connection, fresh: int) -> None:
        too_many = self._count + fresh - self._most
        if too_many > 0:
            soonest = sorted(_list_marks(connection), key=read_last_day)[:too_many]
            connection.executemany("DELETE FROM mark WHERE mark = ?", [(mark,) for mark in soonest])


def _list_marks(connection: sqlite3.Connection) -> list[str]:
    return [mark for (mark,) in connection.execute("SELECT mark FROM mark") if is_mark(mark)]


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM mark").fetchone()[0])


def _column(place: str) -> str:
    if place not in ("desk", "hub"):
        raise ValueError("place is desk or hub")
    return place
