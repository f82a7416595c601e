"""The log's bounds: rows of low value go first, then the oldest of the device's diary, then the oldest.

Of low value are touches and shown suggestions: without a touch a dwell is shorter, never longer. A sleep, a
dark screen and a visit's start are kept to the last, since a dwell would grow, or the visit be lost, without them.
"""

from __future__ import annotations

import sqlite3
from typing import Final, NamedTuple

# A row is about 200 bytes: 20,000 rows are 4 MB, or five hours of one act a second in one visit.
MAX_ROWS: Final = 20_000
MAX_DIARY_ROWS: Final = 5_000
# So that trimming is rare.
KEEP_ROWS: Final = 18_000

_IS_TOUCH: Final = """name = 'Attention' AND body LIKE '%"sign":"touch"%'"""
_IS_DIARY: Final = "visit IS NULL"
_ORDER: Final = tuple(
    f"SELECT seq FROM events WHERE {which} ORDER BY seq LIMIT ?"
    for which in (
        f"name = 'SuggestionShown' OR {_IS_TOUCH}",
        _IS_DIARY,
        "name = 'NarrationProgress'",
        "name NOT IN ('VisitStarted', 'Attention')",
        "true",
    )
)


class Missing(NamedTuple):
    """Which rows went: the first and last number among them, and how many there were between."""

    first_seq: int
    last_seq: int
    rows: int


def count_rows(connection: sqlite3.Connection) -> int:
    """Return how many rows the log holds."""
    return int(connection.execute("SELECT count(*) FROM events").fetchone()[0])


def trim(
    connection: sqlite3.Connection, keep_rows: int = KEEP_ROWS, diary_rows: int = MAX_DIARY_ROWS
) -> Missing | None:
    """Delete rows until the bounds are kept; inside the caller's transaction.

    Returns:
        What was deleted, or None where nothing had to go.
    """
    gone = _delete(connection, _ORDER[1], _count_diary(connection) - diary_rows)  # the diary's own bound
    for select in _ORDER:
        gone += _delete(connection, select, count_rows(connection) - keep_rows)
    return Missing(min(gone), max(gone), len(gone)) if gone else None


def _count_diary(connection: sqlite3.Connection) -> int:
    return int(connection.execute(f"SELECT count(*) FROM events WHERE {_IS_DIARY}").fetchone()[0])


def _delete(connection: sqlite3.Connection, select: str, excess: int) -> list[int]:
    if excess <= 0:
        return []
    seqs = [int(row[0]) for row in connection.execute(select, (excess,))]
    connection.executemany("DELETE FROM events WHERE seq = ?", ((seq,) for seq in seqs))
    return seqs
