"""What a catalogue says, read through once before it is installed: ids that are ids, places on the earth, sizes.

The guide takes these values as they are: one out of bounds would stop it before a visitor, not before staff.
"""

from __future__ import annotations

import re
import sqlite3

from kiosk.packs.manifest import CORE
from kiosk.packs.names import COLOUR, HOST, ITEM_ID, MEDIA_TYPE, SHA256, STOP_CODE, STOP_NUMBER

MAX_STOPS = 10_000
MAX_RECORDING_MS = 60 * 60 * 1000
MAX_TEXT_LENGTH = 40_000
MAX_TIMINGS_BYTES = 1_000_000
# What must hold in each row, where it is not NULL.
_CORE_BOUNDS = {
    "site": "lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 AND floor_area_m2 BETWEEN 1 AND 1e9"
    " AND length(label_key) = 16",
    "floor": "level BETWEEN -100 AND 1000",
    "stop": "lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 AND plan_x BETWEEN 0 AND 1"
    " AND plan_y BETWEEN 0 AND 1 AND site_id IN (SELECT id FROM site)",
    "image": "focus_x BETWEEN 0 AND 1 AND focus_y BETWEEN 0 AND 1",
    "tour": "minutes BETWEEN 1 AND 1440",
    "nearby": "lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180",
    "media": "width_px BETWEEN 1 AND 20000 AND height_px BETWEEN 1 AND 20000 AND length(data) = size_bytes",
}
_LANGUAGE_BOUNDS = {
    "recording": f"duration_ms BETWEEN 1 AND {MAX_RECORDING_MS} AND length(timings) <= {MAX_TIMINGS_BYTES}",
    **{
        table: " AND ".join(f"length({column}) <= {MAX_TEXT_LENGTH}" for column in columns)
        for table, columns in {
            "name": ("name", "summary"),
            "title": ("title", "place"),
            "text": ("text",),
            "alt": ("alt",),
            "fact": ("text",),
            "artifact_text": ("object_name", "brief_description"),
        }.items()
    },
}
_FORMS = (
    ("site", "id", ITEM_ID),
    ("site", "label_host", HOST),
    ("site", "accent", COLOUR),
    ("floor", "id", ITEM_ID),
    ("stop", "id", re.compile(rf"{ITEM_ID.pattern}/{ITEM_ID.pattern}")),
    ("stop", "number", STOP_NUMBER),
    ("stop", "code", STOP_CODE),
    ("artifact", "id", ITEM_ID),
    ("tag", "id", ITEM_ID),
    ("tour", "id", ITEM_ID),
    ("nearby", "id", ITEM_ID),
    ("media", "sha256", SHA256),
    ("media", "media_type", MEDIA_TYPE),
)


def find_fault(connection: sqlite3.Connection, part_name: str) -> str:
    """Return in words what the guide could not live with in a catalogue; "" where there is nothing.

    Raises:
        sqlite3.Error: A value cannot even be read (too large, no UTF-8).
    """
    if part_name != CORE:
        return _find_out_of_bounds(connection, _LANGUAGE_BOUNDS)
    return (
        _find_out_of_bounds(connection, _CORE_BOUNDS)
        or _find_misshapen(connection)
        or _find_astray(connection)
    )


def _find_out_of_bounds(connection: sqlite3.Connection, bounds: dict[str, str]) -> str:
    for table, condition in bounds.items():
        if connection.execute(f"SELECT 1 FROM {table} WHERE NOT ({condition}) LIMIT 1").fetchone():
            return f"a value out of bounds in {table}"
    return ""


def _find_misshapen(connection: sqlite3.Connection) -> str:
    for table, column, form in _FORMS:
        for (value,) in connection.execute(f"SELECT {column} FROM {table}"):
            if not form.fullmatch(value):
                return f"{table}.{column} {value[:40]!r}"
    return ""


def _find_astray(connection: sqlite3.Connection) -> str:
    """Find a stop under another site's name, and more stops than a site can have."""
    rows = connection.execute("SELECT id, site_id FROM stop").fetchmany(MAX_STOPS + 1)
    if len(rows) > MAX_STOPS:
        return f"more than {MAX_STOPS:,} stops"
    astray = (stop_id for stop_id, site_id in rows if not stop_id.startswith(f"{site_id}/"))
    return next((f"a stop {stop_id!r} of another site" for stop_id in astray), "")
