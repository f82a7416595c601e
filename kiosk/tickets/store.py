"""``tickets.db``: its tables, its opening, its transactions. Nothing in it says when a ticket was used, or by which visit.

A rollback journal that is cut to nothing, not a write-ahead log: a log would keep the order in which tickets came. Rows
stand in the order of their marks, which are hashes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

SCHEMA_VERSION: Final = 1
BUSY_S: Final = 2.0

_PRAGMAS: Final = (
    "secure_delete = ON",
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)
# here: used on this device. desk and hub: 1 where that place need not be told (any more).
_SCHEMA: Final = """
CREATE TABLE mark(mark TEXT PRIMARY KEY, here INTEGER NOT NULL, desk INTEGER NOT NULL, hub INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE claiming(mark TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
"""
_TABLES: Final = ("mark", "claiming", "meta")


def open_store(path: Path) -> sqlite3.Connection:
    """Open ``tickets.db``, made if absent; a damaged one is replaced by a new one with the rows that could be read.

    The connection may be handed from thread to thread, but is used by one at a time.

    Raises:
        sqlite3.Error: It cannot be opened or written.
        OSError: The same, of the folder.
    """
    try:
        return _connect(path)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if not is_damage(error):
            raise
    return _rescue(path)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the body in one transaction: all of it on the disk, or none."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


def is_damage(error: Exception) -> bool:
    """Tell whether the file's content is broken, rather than its disk full or busy."""
    if isinstance(error, UnicodeDecodeError):  # SQLite repeats what rotted in the name of a table or column
        return True
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    is_strange = isinstance(error, sqlite3.OperationalError) and "no such" in str(error)
    return is_strange or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _connect(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
    try:
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        damage = sqlite3.DatabaseError("integrity_check found damage")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage
    if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
        with transaction(connection):
            for statement in _SCHEMA.strip().rstrip(";").split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    for table in _TABLES:
        connection.execute(f"SELECT 1 FROM {table} LIMIT 0")


def _rescue(path: Path) -> sqlite3.Connection:
    kept = {table: _read_rows(path, table) for table in _TABLES}
    for suffix in ("-journal", "-wal", "-shm", ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    connection = _connect(path)
    with transaction(connection):
        for table, rows in kept.items():
            for row in rows:
                # A row that has not the shape of the table is part of the damage.
                with suppress(sqlite3.IntegrityError, sqlite3.OperationalError):
                    marks = ", ".join("?" * len(row))
                    connection.execute(f"INSERT OR IGNORE INTO {table} VALUES({marks})", row)
    return connection


def _read_rows(path: Path, table: str) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    # Each row that comes before the damage is kept; nothing after it can be trusted.
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(sqlite3.connect(path)) as connection:
        for row in connection.execute(f"SELECT * FROM {table}"):
            rows.append(row)
    return rows
