"""The trust tables of ``state.db``; read and written in the transaction of whoever calls."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from kiosk.packs.trust.state import Origin, TrustState


def read_trust(connection: sqlite3.Connection) -> TrustState | None:
    """Return what the device trusts; None for nobody."""
    row = connection.execute("SELECT operator_id, origin FROM trust").fetchone()
    roots = connection.execute("SELECT metadata FROM trust_root ORDER BY position").fetchall()
    if row is None or not roots:
        return None
    roles = connection.execute("SELECT name, metadata FROM trust_role").fetchall()
    return TrustState(row[0], Origin(row[1]), tuple(raw for (raw,) in roots), dict(roles))


def write_trust(connection: sqlite3.Connection, trust: TrustState) -> None:
    """Put ``trust`` in the place of what was trusted."""
    for table in ("trust", "trust_root", "trust_role"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO trust VALUES (1, ?, ?)", (trust.operator_id, str(trust.origin)))
    connection.executemany("INSERT INTO trust_root VALUES (?, ?)", enumerate(trust.roots))
    connection.executemany("INSERT INTO trust_role VALUES (?, ?)", trust.roles.items())


def read_noted_time(connection: sqlite3.Connection) -> datetime | None:
    """Return the newest time a hub ever told; None where none did."""
    row = connection.execute("SELECT noted_s FROM hub_time").fetchone()
    return None if row is None else datetime.fromtimestamp(row[0], UTC)


def write_noted_time(connection: sqlite3.Connection, at: datetime) -> None:
    """Remember the time a hub told, unless a later one is known."""
    connection.execute(
        "INSERT INTO hub_time VALUES (1, :at) ON CONFLICT DO UPDATE SET noted_s = max(noted_s, :at)",
        {"at": int(at.timestamp())},
    )
