"""Which packs the operator's devices show, and on how many of them each version is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from kiosk.hub.database.device_tables import device_packs, devices


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A version of a pack on ``devices`` devices, the last of which was heard of at ``seen_ms`` (UTC)."""

    pack: str
    version: int
    devices: int
    seen_ms: int
    is_newest: bool


def list_shown_packs(connection: Connection, site: str | None = None) -> list[ShownVersion]:
    """Return the packs on a site's devices (None: all) that are not shut out, by name, the newest version first."""
    table = device_packs.c
    query = (
        select(table.pack, table.version, func.count(), func.max(table.seen_at))
        .select_from(device_packs.join(devices, devices.c.device == table.device))
        .where(devices.c.revoked_at.is_(None))
        .group_by(table.pack, table.version)
        .order_by(table.pack, table.version.desc())
    )
    if site is not None:
        query = query.where(devices.c.site == site)
    newest: dict[str, int] = {}
    return [
        ShownVersion(pack, version, int(count), seen_ms, newest.setdefault(pack, version) == version)
        for pack, version, count, seen_ms in connection.execute(query)
    ]
