"""Rows of the log: one event each, and gap rows that say which numbers are missing."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from kiosk.visits.clock import Reading


@dataclass(frozen=True, slots=True)
class LogRow:
    """One event as it is written. ``visit`` is None for the device's own diary, ``body`` its values as JSON."""

    name: str
    visit: str | None
    reading: Reading
    body: str


def make_gap(reading: Reading, first_seq: int, last_seq: int, rows: int, reason: str) -> LogRow:
    """Return the row that says which numbers are missing, how many, and why (not-written, bounded)."""
    values = {"first_seq": first_seq, "last_seq": last_seq, "rows": rows, "reason": reason}
    return LogRow("Gap", None, reading, json.dumps(values))


def insert_row(connection: sqlite3.Connection, incarnation: str, row: LogRow, seq: int | None = None) -> None:
    """Insert a row under the next number, or ``seq``; inside the caller's transaction."""
    reading = row.reading
    connection.execute(
        "INSERT INTO events VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            seq,
            incarnation,
            row.visit,
            reading.boot_id,
            reading.boot_ms,
            reading.wall_ms,
            reading.quality,
            row.name,
            row.body,
        ),
    )


def insert_lost(connection: sqlite3.Connection, incarnation: str, reading: Reading, lost: int) -> None:
    """Insert a gap row for ``lost`` events that were never written, and skip their numbers."""
    last = connection.execute("SELECT max(seq) FROM sqlite_sequence").fetchone()[0] or 0
    gap = make_gap(reading, last + 1, last + lost, lost, "not-written")
    insert_row(connection, incarnation, gap, last + lost + 1)
