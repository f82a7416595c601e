"""What is written of the labels, each inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from typing import Final

from kiosk.upkeep.records import DayCounts
from kiosk.upkeep.rows import read_wear
from kiosk.upkeep.spare_counts import format_spare_counts
from kiosk.upkeep.wear import Wear

KEPT_DAYS: Final = 60
"""Of each label the newest days on which anything was counted."""
MAX_LABELS: Final = 5_000
"""Of all sites this device ever showed; the longest unread go first. With all their days some 15 MB."""
_COLUMNS: Final = {
    "read": ("reads",),
    "foreign": ("foreign_codes",),
    "forged": ("foreign_codes", "forged"),
    "unreadable": ("failed",),
}


def note_read(connection: sqlite3.Connection, stop_id: str, day: str, spare: float | None) -> None:
    """Count one read of a label, and what error correction it left unused (0 to 1; None unknown)."""
    note_seen(connection, stop_id, day, "read")
    connection.execute("UPDATE label SET read_on = max(read_on, ?) WHERE stop_id = ?", (day, stop_id))
    if spare is not None:
        note_spare(connection, stop_id, spare)


def note_spare(connection: sqlite3.Connection, stop_id: str, spare: float) -> None:
    """Take one read into the summary of a label's reads."""
    _keep_wear(connection, stop_id, read_wear(connection, stop_id).take(spare))


def note_seen(connection: sqlite3.Connection, stop_id: str, day: str, what: str) -> DayCounts:
    """Count what was met where a label hangs, and return the day's counts.

    Args:
        connection: The open database, in a transaction.
        stop_id: The label's stop.
        day: The day at the site; "" is counted to the newest day that is known.
        what: ``read``, ``foreign``, ``forged`` or ``unreadable``.
    """
    day = day or _find_newest_day(connection)
    _make_label(connection, stop_id)
    connection.execute("INSERT OR IGNORE INTO day(stop_id, day) VALUES(?, ?)", (stop_id, day))
    counted = ", ".join(f"{column} = {column} + 1" for column in _COLUMNS[what])
    connection.execute(f"UPDATE day SET {counted} WHERE stop_id = ? AND day = ?", (stop_id, day))
    connection.execute(
        "DELETE FROM day WHERE stop_id = ?1 AND day <="
        " (SELECT day FROM day WHERE stop_id = ?1 ORDER BY day DESC LIMIT 1 OFFSET ?2)",
        (stop_id, KEPT_DAYS),
    )
    row = connection.execute(
        "SELECT reads, foreign_codes, forged, failed FROM day WHERE stop_id = ? AND day = ?", (stop_id, day)
    ).fetchone()
    return DayCounts(*row) if row else DayCounts()


def note_all_right(connection: sqlite3.Connection, stop_id: str) -> None:
    """Forget the foreign and unreadable codes met at a label: somebody has looked."""
    connection.execute(
        "UPDATE day SET foreign_codes = 0, forged = 0, failed = 0 WHERE stop_id = ?", (stop_id,)
    )


def note_replaced(connection: sqlite3.Connection, stop_id: str) -> None:
    """Begin a label anew: it was printed and hung again."""
    _make_label(connection, stop_id)
    _keep_wear(connection, stop_id, Wear())
    note_all_right(connection, stop_id)


def note_confirmed(connection: sqlite3.Connection, stop_id: str, day: str) -> None:
    """Note that the round under way found a label in its place, and so that it is all right."""
    _make_label(connection, stop_id)
    connection.execute(
        "INSERT OR IGNORE INTO confirmed(stop_id, confirmed_before) SELECT stop_id, confirmed_on FROM label"
        " WHERE stop_id = ?",
        (stop_id,),
    )
    connection.execute("UPDATE label SET confirmed_on = ? WHERE stop_id = ?", (day, stop_id))
    note_all_right(connection, stop_id)


def undo_confirmed(connection: sqlite3.Connection, stop_id: str) -> None:
    """Take a label out of the round under way: it hangs elsewhere than it should."""
    connection.execute(
        "UPDATE label SET confirmed_on = (SELECT confirmed_before FROM confirmed WHERE stop_id = ?1)"
        " WHERE stop_id = ?1 AND stop_id IN (SELECT stop_id FROM confirmed)",
        (stop_id,),
    )
    connection.execute("DELETE FROM confirmed WHERE stop_id = ?", (stop_id,))


def keep_round(connection: sqlite3.Connection, site_id: str) -> None:
    """Begin a round at a site, none confirmed yet, or go on with the one there; "" ends the one under way."""
    kept = connection.execute("SELECT 1 FROM meta WHERE key = 'round' AND value = ?", (site_id,)).fetchone()
    if kept is None:
        connection.execute("DELETE FROM confirmed")
        connection.execute("INSERT OR REPLACE INTO meta(key, value) VALUES('round', ?)", (site_id,))


def _make_label(connection: sqlite3.Connection, stop_id: str) -> None:
    made = connection.execute("INSERT OR IGNORE INTO label(stop_id) VALUES(?)", (stop_id,)).rowcount
    if made and connection.execute("SELECT count(*) FROM label").fetchone()[0] > MAX_LABELS:
        _drop_longest_unread(connection, stop_id)


def _drop_longest_unread(connection: sqlite3.Connection, but: str) -> None:
    sql = "SELECT stop_id FROM label WHERE stop_id != ? ORDER BY max(read_on, confirmed_on), stop_id LIMIT 1"
    for (stop_id,) in connection.execute(sql, (but,)).fetchall():
        for table in ("label", "day", "confirmed"):
            connection.execute(f"DELETE FROM {table} WHERE stop_id = ?", (stop_id,))


def _keep_wear(connection: sqlite3.Connection, stop_id: str, wear: Wear) -> None:
    texts = [format_spare_counts(counts) for counts in (wear.first, wear.older, wear.newer)]
    connection.execute(
        "UPDATE label SET first = ?, older = ?, newer = ? WHERE stop_id = ?", (*texts, stop_id)
    )


def _find_newest_day(connection: sqlite3.Connection) -> str:
    return str(connection.execute("SELECT coalesce(max(day), '') FROM day").fetchone()[0])
