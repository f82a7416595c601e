"""``labels.db``: its tables, its opening, its transactions. No row says when within a day, or in which visit.

The journal is a rollback journal, not a write-ahead log: a log would keep the order in which a visitor read
the labels; here only the present counts are left on the disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

SCHEMA_VERSION: Final = 1
# ``kiosk staff labels`` reads while the guide writes; each holds the file for milliseconds.
BUSY_S: Final = 2.0

_PRAGMAS: Final = (
    "secure_delete = ON",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)
# Rows stand in the order of their keys, not in that of their coming.
_SCHEMA: Final = """
CREATE TABLE label(stop_id TEXT PRIMARY KEY, first TEXT NOT NULL DEFAULT '', older TEXT NOT NULL DEFAULT '',
    newer TEXT NOT NULL DEFAULT '', read_on TEXT NOT NULL DEFAULT '', confirmed_on TEXT NOT NULL DEFAULT '')
    WITHOUT ROWID;
CREATE TABLE day(stop_id TEXT, day TEXT, reads INTEGER NOT NULL DEFAULT 0, foreign_codes INTEGER NOT NULL DEFAULT 0,
    forged INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(stop_id, day)) WITHOUT ROWID;
CREATE TABLE confirmed(place INTEGER PRIMARY KEY, stop_id TEXT NOT NULL UNIQUE, confirmed_before TEXT NOT NULL);
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
TABLES: Final = ("label", "day", "confirmed", "meta")


def connect(path: Path) -> sqlite3.Connection:
    """Open ``labels.db``, made if absent, checked; every commit is on the disk before it returns.

    The connection may be handed from thread to thread, but is used by one at a time.

    Raises:
        sqlite3.Error: It cannot be opened or written, or is damaged.
        OSError: The folder cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
    connection.text_factory = _decode
    try:
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open ``labels.db`` to look at it only.

    Raises:
        sqlite3.Error: It cannot be opened; or a power cut left work to be undone first, which needs a writer.
    """
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", timeout=BUSY_S, uri=True)
    connection.text_factory = _decode
    return connection


def rescue(path: Path) -> sqlite3.Connection:
    """Replace a damaged file by a fresh one with the rows that could be read.

    Raises:
        sqlite3.Error: Even a fresh one cannot be written.
        OSError: The damaged file cannot be removed.
    """
    kept = {table: _read_rows(path, table) for table in TABLES}
    for suffix in ("-journal", "-wal", "-shm", ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    connection = connect(path)
    with transaction(connection):
        for table, rows in kept.items():
            for row in rows:
                # A row that has not the shape of the table, or comes twice, is part of the damage.
                with suppress(sqlite3.IntegrityError, sqlite3.OperationalError):
                    marks = ", ".join("?" * len(row))
                    connection.execute(f"INSERT OR IGNORE INTO {table} VALUES({marks})", row)
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the body in one transaction: all of it on the disk, or none."""
    with connection:  # commits at the end; rolls back on any error, the commit's own too
        connection.execute("BEGIN IMMEDIATE")
        yield


def is_damage(error: Exception) -> bool:
    """Tell whether the file's content is broken, rather than its disk full or busy.

    SQLite repeats what rotted in the name of a table or column, and Python cannot decode that: damage too.
    """
    if isinstance(error, UnicodeDecodeError):
        return True
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    is_strange = isinstance(error, sqlite3.OperationalError) and "no such" in str(error)
    return is_strange or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _prepare(connection: sqlite3.Connection) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise _make_damage("integrity_check found damage")
    if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
        with transaction(connection):
            # Two processes may open a new file at once: the second finds it made.
            if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
                for statement in _SCHEMA.strip().rstrip(";").split(";\n"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    for table in TABLES:
        connection.execute(f"SELECT 1 FROM {table} LIMIT 0")


def _decode(raw: bytes) -> str:
    """Return a text; a letter that rotted is one wrong letter, not the end of the whole file."""
    return raw.decode("utf-8", "replace")


def _make_damage(words: str) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError(words)
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _read_rows(path: Path, table: str) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    # Each row that comes before the damage is kept; nothing after it can be trusted.
    with suppress(sqlite3.Error, UnicodeDecodeError):
        connection = sqlite3.connect(path)
        connection.text_factory = _decode
        try:
            for row in connection.execute(f"SELECT * FROM {table}"):
                rows.append(row)
        finally:
            connection.close()
    return rows
