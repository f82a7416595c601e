"""A damaged log: keep the facts that can still be read, and begin anew.

The damaged file is not kept for study: it may hold a visitor's trail, and nothing of a visit may
outlive it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from kiosk.visits.store import connect, transaction

_UNLINKED = ("waiting_facts", "parcel", "failures", "meta")


def rescue(path: Path, device: str) -> sqlite3.Connection:
    """Replace a damaged ``events.db`` by a fresh one with the unlinked rows that could be read.

    Raises:
        sqlite3.Error: Even a fresh one cannot be written.
        OSError: The damaged file cannot be removed.
    """
    kept = {table: _read_rows(path, table) for table in _UNLINKED}
    for suffix in ("-wal", "-shm", ""):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    connection = connect(path, device)
    with transaction(connection):
        for table, rows in kept.items():
            _restore(connection, table, rows)
    return connection


def _read_rows(path: Path, table: str) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    # Each row that comes before the damage is kept; nothing after it can be trusted.
    with suppress(sqlite3.Error, UnicodeDecodeError), closing(sqlite3.connect(path)) as connection:
        for row in connection.execute(f"SELECT * FROM {table}"):
            rows.append(row)
    return rows


def _restore(connection: sqlite3.Connection, table: str, rows: list[tuple[object, ...]]) -> None:
    for row in rows:
        if table == "meta" and row[0] in ("place", "incarnation"):
            continue  # what was lost makes this a new incarnation
        marks = ", ".join("?" * len(row))
        with suppress(sqlite3.IntegrityError):
            connection.execute(f"INSERT OR IGNORE INTO {table} VALUES({marks})", row)
