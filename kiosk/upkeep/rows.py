"""What is read of the labels. A row that is not what was written counts as nothing."""

from __future__ import annotations

import sqlite3

from kiosk.upkeep.records import DayCounts, LabelRecord
from kiosk.upkeep.spare_counts import parse_spare_counts
from kiosk.upkeep.wear import Wear


def read_wear(connection: sqlite3.Connection, stop_id: str) -> Wear:
    """Return the summary of a label's reads."""
    row = connection.execute("SELECT first, older, newer FROM label WHERE stop_id = ?", (stop_id,)).fetchone()
    return _parse_wear(*row) if row else Wear()


def read_records(connection: sqlite3.Connection, site_id: str) -> dict[str, LabelRecord]:
    """Return what is kept of each label of a site, by stop."""
    # "0" is the character after "/".
    span = (f"{site_id}/", f"{site_id}0")
    days: dict[str, dict[str, DayCounts]] = {}
    for stop_id, day, *counts in connection.execute(
        "SELECT stop_id, day, reads, foreign_codes, forged, failed FROM day"
        " WHERE stop_id > ? AND stop_id < ? ORDER BY stop_id, day",
        span,
    ):
        days.setdefault(str(stop_id), {})[str(day)] = DayCounts(*map(_as_count, counts))
    return {
        str(stop_id): LabelRecord(
            _parse_wear(*wear), str(read_on), str(confirmed_on), days.get(str(stop_id), {})
        )
        for stop_id, read_on, confirmed_on, *wear in connection.execute(
            "SELECT stop_id, read_on, confirmed_on, first, older, newer FROM label"
            " WHERE stop_id > ? AND stop_id < ?",
            span,
        )
    }


def read_round(connection: sqlite3.Connection) -> tuple[str, tuple[str, ...]]:
    """Return the site of the round under way, "" for none, and the stops it has confirmed in their order."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'round'").fetchone()
    confirmed = connection.execute("SELECT stop_id FROM confirmed ORDER BY place")
    return str(row[0]) if row else "", tuple(str(stop_id) for (stop_id,) in confirmed)


def _parse_wear(first: object, older: object, newer: object) -> Wear:
    return Wear(*(parse_spare_counts(str(text)) for text in (first, older, newer)))


def _as_count(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0
