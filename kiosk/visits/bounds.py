"""The log's bounds: rows of low value go first, then the oldest of the device's diary, then the oldest."""

from __future__ import annotations

import sqlite3
from typing import Final

# A row is about 200 bytes: 20,000 rows are 4 MB, or five hours of one act a second in one visit.
MAX_ROWS: Final = 20_000
MAX_DIARY_ROWS: Final = 5_000
# So that trimming is rare.
KEEP_ROWS: Final = 18_000

_LOW_VALUE: Final = "name IN ('Attention', 'NarrationProgress', 'SuggestionShown')"
_ORDER: Final = (
    f"SELECT seq FROM events WHERE {_LOW_VALUE} ORDER BY seq LIMIT ?",
    "SELECT seq FROM events WHERE visit IS NULL ORDER BY seq LIMIT ?",
    "SELECT seq FROM events ORDER BY seq LIMIT ?",
)


def count_rows(connection: sqlite3.Connection) -> int:
    """Return how many rows the log holds."""
    return int(connection.execute("SELECT count(*) FROM events").fetchone()[0])


def trim(
    connection: sqlite3.Connection, keep_rows: int = KEEP_ROWS, diary_rows: int = MAX_DIARY_ROWS
) -> tuple[int, int] | None:
    """Delete rows until the bounds are kept; inside the caller's transaction.

    Returns:
        The first and the last number among the deleted, or None where nothing had to go.
    """
    gone = _delete(connection, _ORDER[1], _count_diary(connection) - diary_rows)
    for select in _ORDER:
        gone += _delete(connection, select, count_rows(connection) - keep_rows)
    return (min(gone), max(gone)) if gone else None


def _count_diary(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM events WHERE visit IS NULL").fetchone()[0])


def _delete(connection: sqlite3.Connection, select: str, excess: int) -> list[int]:
    if excess <= 0:
        return []
    seqs = [int(row[0]) for row in connection.execute(select, (excess,))]
    connection.executemany("DELETE FROM events WHERE seq = ?", ((seq,) for seq in seqs))
    return seqs
