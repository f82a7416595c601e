"""``outbox.db``: its tables and its transactions. Standard library only: it is opened on the start path."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

SCHEMA_VERSION: Final = 1
BUSY_S: Final = 5.0

_SCHEMA: Final = """
CREATE TABLE stream(only INTEGER PRIMARY KEY CHECK(only = 1), device TEXT NOT NULL, incarnation TEXT NOT NULL,
    last_seq INTEGER NOT NULL, head_hash TEXT NOT NULL, acked_through INTEGER NOT NULL,
    acked_hash TEXT NOT NULL, sent_through INTEGER NOT NULL);
CREATE TABLE facts(seq INTEGER PRIMARY KEY, hash TEXT NOT NULL, fact BLOB NOT NULL, joined_ms INTEGER NOT NULL);
CREATE TABLE kept(id INTEGER PRIMARY KEY, incarnation TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL,
    fact BLOB NOT NULL, joined_ms INTEGER NOT NULL);
CREATE TABLE parcels(id INTEGER PRIMARY KEY, parcel TEXT NOT NULL UNIQUE);
"""


def connect(path: Path) -> sqlite3.Connection:
    """Open ``outbox.db``, made if absent; every commit is on the disk before it returns.

    The connection may be handed from thread to thread, but is used by one at a time.

    Raises:
        sqlite3.Error: It cannot be opened or written, or is damaged.
        OSError: The folder cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
    try:
        for pragma in ("secure_delete = ON", "journal_mode = WAL", "synchronous = FULL"):
            connection.execute(f"PRAGMA {pragma}")
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            _create(connection)
    except UnicodeDecodeError as rotten:
        # SQLite repeats what rotted in the name of a table, and Python cannot decode that.
        connection.close()
        raise sqlite3.DatabaseError("the schema is damaged") from rotten
    except BaseException:
        connection.close()
        raise
    return connection


def _create(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        # Two processes may open a new outbox at once: the second finds it made.
        if connection.execute("PRAGMA user_version").fetchone()[0] != 0:
            return
        for statement in _SCHEMA.split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the body in one transaction: all of it on the disk, or none."""
    with connection:  # commits at the end; rolls back on any error, the commit's own too
        connection.execute("BEGIN IMMEDIATE")
        yield
