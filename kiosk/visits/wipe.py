"""Leaving no marker of a visit on the disk: its rows are overwritten, and the journal that held them cut to nothing."""

from __future__ import annotations

import sqlite3


def delete_rows(connection: sqlite3.Connection, visit: str) -> None:
    """Delete a visit's rows, inside the caller's transaction; ``secure_delete`` overwrites them with zeros."""
    connection.execute("DELETE FROM events WHERE visit = ?", (visit,))


def scrub(connection: sqlite3.Connection) -> bool:
    """Move the journal into the database and cut it to nothing.

    Until then the journal still holds the deleted rows as they were written.

    Returns:
        False where a reader was in the way: call again later.
    """
    busy, _pages, _moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
