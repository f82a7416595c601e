"""Whom the hub knows: what it takes to check what a device sends, and to seal what it is sent."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from kiosk.hub.database.device_tables import devices
from kiosk.seals.keys import PublicKeys


@dataclass(frozen=True, slots=True)
class KnownDevice:
    """A device that was enrolled: ``site`` is where it stands (None: anywhere), ``is_revoked`` whether it is shut out."""

    device: str
    name: str
    site: str | None
    keys: PublicKeys
    is_revoked: bool


def find_device(connection: Connection, device: str) -> KnownDevice | None:
    """Return a device by its id (32 hex digits), None where it was never enrolled."""
    table = devices.c
    columns = (table.name, table.site, table.signing_key, table.sealing_key, table.revoked_at)
    row = connection.execute(select(*columns).where(table.device == device)).one_or_none()
    if row is None:
        return None
    keys = PublicKeys(bytes(row.signing_key), bytes(row.sealing_key))
    return KnownDevice(device, row.name, row.site, keys, row.revoked_at is not None)
