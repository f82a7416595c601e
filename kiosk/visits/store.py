"""``events.db``: its tables, its opening, its transactions. Standard library only: it is on the start path."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

SCHEMA_VERSION: Final = 2
# A reader (the report command) holds the file for milliseconds; a writer that waits longer is stuck.
BUSY_MS: Final = 2_000

_PRAGMAS: Final = (
    "secure_delete = ON",
    "journal_mode = WAL",
    "synchronous = FULL",
    "temp_store = MEMORY",
    # A journal of 256 KB is used over and over: on a full disk it need not grow.
    "wal_autocheckpoint = 64",
)
_SCHEMA: Final = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE events(
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    incarnation TEXT NOT NULL,
    visit TEXT,
    boot_id TEXT NOT NULL,
    boot_ms INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    wall_quality TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL);
CREATE TABLE waiting_facts(id INTEGER PRIMARY KEY, fact BLOB NOT NULL);
CREATE TABLE parcel(id INTEGER PRIMARY KEY, parcel TEXT NOT NULL, fact BLOB NOT NULL);
"""
_FAILURES: Final = """
CREATE TABLE failures(day TEXT, site TEXT, kind TEXT, count INTEGER NOT NULL, told INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY(day, site, kind)) WITHOUT ROWID
"""
# Version 1 did not know the site of a failure: what it counted is kept for the device's own report.
_FROM_VERSION_1: Final = (
    _FAILURES,
    """
INSERT INTO failures(day, site, kind, count, told) SELECT coalesce(day, ''), '',
    CASE name WHEN 'ScanFailed' THEN 'scan-' ELSE 'search-' END || kind, count, count FROM tallies
""",
    "DROP TABLE tallies",
)


def connect(path: Path, device: str) -> sqlite3.Connection:
    """Open ``events.db`` for writing, made if absent, checked, ready for durable appends.

    Deleted rows are overwritten with zeros (``secure_delete``); every commit is on the disk before
    it returns (WAL with ``synchronous=FULL``).

    Raises:
        sqlite3.Error: It cannot be opened or written, or is damaged.
        OSError: The folder cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Made on the writer's thread, closed there too; Python's own check would forbid nothing else.
    connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
    try:
        _prepare(connection, device)
    except UnicodeDecodeError as rotten:
        # SQLite repeats what rotted in the name of a table, and Python cannot decode that.
        connection.close()
        raise sqlite3.DatabaseError("the schema is damaged") from rotten
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, device: str) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError("quick_check found damage")
    _migrate(connection)
    place = hashlib.sha256(f"{device} {_read_machine()}".encode()).hexdigest()
    if read_meta(connection, "place") != place:
        with transaction(connection):
            write_meta(connection, "place", place)
            write_meta(connection, "incarnation", secrets.token_hex(16))


def _migrate(connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version >= SCHEMA_VERSION:
        return
    with transaction(connection):
        for statement in _FROM_VERSION_1 if version else (*_SCHEMA.split(";\n"), _FAILURES):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the body in one transaction: all of it on the disk, or none."""
    with connection:  # commits at the end; rolls back on any error, the commit's own too
        connection.execute("BEGIN IMMEDIATE")
        yield


def read_meta(connection: sqlite3.Connection, key: str) -> str | None:
    """Return a kept value, or None."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def write_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a value; inside the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)", (key, value))


def _read_machine() -> str:
    """Return what tells this machine from the one a disk was copied from; "" where nothing does."""
    try:
        return Path("/etc/machine-id").read_text("ascii")[:64].strip()
    except (OSError, UnicodeDecodeError):
        return ""
