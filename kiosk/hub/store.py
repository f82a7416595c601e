"""The hub's database: its tables, its opening, its transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kiosk.model.errors import KioskError

SCHEMA_VERSION: Final = 1
BUSY_S: Final = 10.0

# One wide table, a row a fact in its place in the stream: what a fact does not have is NULL (one byte).
# ``hash`` is the chain after the fact, by which a replay is told from a fork.
_SCHEMA: Final = """
CREATE TABLE streams(id INTEGER PRIMARY KEY, device TEXT NOT NULL, incarnation TEXT NOT NULL,
    acked_through INTEGER NOT NULL, first_seen_ms INTEGER NOT NULL,
    last_seen_ms INTEGER NOT NULL, UNIQUE(device, incarnation));
CREATE TABLE facts(stream INTEGER NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, fact TEXT NOT NULL,
    site TEXT, stop TEXT, to_stop TEXT, dwell_ms INTEGER, heard_ms INTEGER, media_ms INTEGER, language TEXT,
    depth TEXT, kind TEXT, stops INTEGER, stops_on_offer INTEGER, minutes INTEGER,
    suggestions_shown INTEGER, suggestions_taken INTEGER, hour TEXT, counted INTEGER, dropped INTEGER,
    PRIMARY KEY(stream, seq)) WITHOUT ROWID;
CREATE INDEX facts_by_site ON facts(site, fact);
CREATE TABLE quarantine(stream INTEGER NOT NULL, seq INTEGER NOT NULL, raw BLOB NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY(stream, seq)) WITHOUT ROWID;
"""


def parse_database(text: str) -> Path:
    """Return the file that ``--database`` names: a path, or ``sqlite:///path``.

    Raises:
        KioskError: ``hub.database-not-known`` for any other kind of database.
    """
    scheme, separator, rest = text.partition("://")
    if not separator:
        return Path(text)
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return Path(rest[1:])
    raise KioskError(
        "The hub was not started",
        thing=f"{scheme}://...",
        expected="a file, or sqlite:///file",
        found=f"a database of the kind {scheme}",
        remedy="Name a file: this hub keeps its facts in SQLite",
        code="hub.database-not-known",
    )


def connect(path: Path) -> sqlite3.Connection:
    """Open the hub's database for writing, made if absent; a commit is on the disk before it returns.

    The connection may be handed from thread to thread, but is used by one at a time.

    Raises:
        KioskError: ``hub.database-not-opened``.
    """
    with _told(path):
        return _connect(path)


def connect_reader(path: Path) -> sqlite3.Connection:
    """Open the hub's database, which exists, for reading only; used by one thread at a time.

    Raises:
        KioskError: ``hub.database-not-opened``.
    """
    with _told(path):
        connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA query_only = ON")
        return connection


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise KioskError(
            "The hub's database was not opened",
            thing=str(path),
            expected="a SQLite file that can be written, or none yet",
            found=str(error),
            remedy="Check the path and who may write there",
            code="hub.database-not-opened",
        ) from error


def _connect(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        with transaction(connection):
            if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
                for statement in _SCHEMA.split(";\n"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the body in one transaction: all of it on the disk, or none."""
    with connection:  # commits at the end; rolls back on any error, the commit's own too
        connection.execute("BEGIN IMMEDIATE")
        yield
