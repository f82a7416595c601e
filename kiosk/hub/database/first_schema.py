"""Carrying over a hub's SQLite file from before revisions: every stream, every fact, every line in quarantine.

That file (``user_version`` 1) kept a fact's values in columns and threw its line and its random id away. The line is
written anew from the columns, without the id; the chain's hash is kept, by which devices and hub agree.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, text

from kiosk.hub.prepared_batch import QUARANTINED
from kiosk.model.batch import start_hash

_TABLES: Final = ("streams", "facts", "quarantine")
_ROWS_AT_A_TIME: Final = 2_000
# In the order of the old table; where a kind had another word for the column, it is in _RENAMED.
_COLUMNS: Final = (
    "site", "stop", "to_stop", "dwell_ms", "heard_ms", "media_ms", "language", "depth", "kind", "stops",
    "stops_on_offer", "minutes", "suggestions_shown", "suggestions_taken", "hour", "counted", "dropped",
)  # fmt: skip
_RENAMED: Final[Mapping[str, Mapping[str, str]]] = {
    "move": {"stop": "from_stop", "hour": "day"},
    "gap": {"dropped": "facts"},
}
# The old table filled in the site of a stop; the line has it only where the kind has.
_WITH_SITE: Final = ("visit",)


def find_first_schema(connection: Connection) -> bool:
    """Tell whether the database is a hub's SQLite file from before revisions."""
    if connection.dialect.name != "sqlite":
        return False
    return bool(connection.scalar(text("PRAGMA user_version")) == 1)


def set_aside(connection: Connection) -> None:
    """Rename the old tables, so that the new ones can be made."""
    connection.execute(text("DROP INDEX IF EXISTS facts_by_site"))
    for name in _TABLES:
        connection.execute(text(f"ALTER TABLE {name} RENAME TO first_{name}"))


def carry_over(connection: Connection) -> None:
    """Copy what was set aside into the new tables, and remove it."""
    streams = {row.id: row for row in connection.execute(text("SELECT * FROM first_streams"))}
    if streams:
        connection.execute(text(_INSERT_STREAM), list(_write_streams(connection, streams)))
    _copy(connection, "facts", _INSERT_FACT, lambda row: _write_fact(streams[row.stream], row))
    _copy(connection, "quarantine", _INSERT_QUARANTINE, lambda row: _write_raw(streams[row.stream], row))
    for name in _TABLES:
        connection.execute(text(f"DROP TABLE first_{name}"))
    connection.execute(text("PRAGMA user_version = 0"))


def _copy(connection: Connection, name: str, statement: str, write: Callable[[Any], dict[str, Any]]) -> None:
    found = connection.execution_options(stream_results=True).execute(text(f"SELECT * FROM first_{name}"))
    for rows in found.partitions(_ROWS_AT_A_TIME):
        connection.execute(text(statement), [write(row) for row in rows])


def _write_streams(connection: Connection, streams: Mapping[int, Any]) -> Iterator[dict[str, Any]]:
    for row in streams.values():
        head = connection.scalar(text(_LAST_HASH), {"stream": row.id, "seq": row.acked_through})
        yield {
            **_write_key(row),
            "acked_through": row.acked_through,
            "head_hash": head or bytes.fromhex(start_hash(row.device, row.incarnation)),
            "first_seen_at": row.first_seen_ms,
            "last_seen_at": row.last_seen_ms,
        }


def _write_fact(stream: Any, row: Any) -> dict[str, Any]:
    return {
        **_write_key(stream),
        "seq": row.seq,
        "arrived_on": datetime.fromtimestamp(stream.last_seen_ms / 1000, UTC).date().isoformat(),
        "fact": row.fact,
        "site": row.site,
        "hash": row.hash,
        "body": "" if row.fact == QUARANTINED else _write_line(row),
    }


def _write_line(row: Any) -> str:
    renamed = _RENAMED.get(row.fact, {})
    values = {renamed.get(name, name): getattr(row, name) for name in _COLUMNS}
    if row.fact not in _WITH_SITE:
        values["site"] = None
    if values["counted"] is not None:
        values["counted"] = bool(values["counted"])
    kept = {name: value for name, value in values.items() if value is not None}
    return json.dumps({"fact": row.fact, **kept}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _write_raw(stream: Any, row: Any) -> dict[str, Any]:
    return {**_write_key(stream), "seq": row.seq, "raw": row.raw, "reason": row.reason}


def _write_key(stream: Any) -> dict[str, bytes]:
    return {"device": bytes.fromhex(stream.device), "incarnation": bytes.fromhex(stream.incarnation)}


_LAST_HASH: Final = "SELECT hash FROM first_facts WHERE stream = :stream AND seq = :seq"
_INSERT_STREAM: Final = (
    "INSERT INTO streams(device, incarnation, acked_through, head_hash, first_seen_at, last_seen_at)"
    " VALUES(:device, :incarnation, :acked_through, :head_hash, :first_seen_at, :last_seen_at)"
)
_INSERT_FACT: Final = (
    "INSERT INTO facts(device, incarnation, seq, arrived_on, fact, site, hash, body)"
    " VALUES(:device, :incarnation, :seq, :arrived_on, :fact, :site, :hash, :body)"
)
_INSERT_QUARANTINE: Final = (
    "INSERT INTO quarantine(device, incarnation, seq, raw, reason)"
    " VALUES(:device, :incarnation, :seq, :raw, :reason)"
)
