"""The hub's own keys: made at first need, kept in its database, the same for all hubs on it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, insert, select, text

from kiosk.hub.database.key_tables import hub_keys
from kiosk.seals.key_text import KEY_BYTES
from kiosk.seals.keys import OwnKeys, keys_from_bytes, make_keys

SIGNING: Final = "signing"
SEALING: Final = "sealing"
# Any number, the same in all hubs.
_LOCK: Final = 0x48554253


def provide_hub_keys(connection: Connection, now_ms: int) -> OwnKeys:
    """Return the hub's keys, made where there are none; ``connection`` is one that may write."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    kept = find_hub_keys(connection)
    if kept is not None:
        return kept
    keys = make_keys()
    content = keys.to_bytes()
    rows = [
        {"purpose": SIGNING, "private_key": content[:KEY_BYTES], "made_at": now_ms},
        {"purpose": SEALING, "private_key": content[KEY_BYTES:], "made_at": now_ms},
    ]
    connection.execute(insert(hub_keys), rows)
    return keys


def find_hub_keys(connection: Connection) -> OwnKeys | None:
    """Return the hub's keys; None where they were not made yet."""
    rows = connection.execute(select(hub_keys.c.purpose, hub_keys.c.private_key))
    halves = {purpose: bytes(key) for purpose, key in rows}
    if not {SIGNING, SEALING} <= halves.keys():
        return None
    return keys_from_bytes(halves[SIGNING] + halves[SEALING])
