"""The operator's devices at a glance: who they are, what they last said, and shutting one out."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from kiosk.hub.database.device_tables import device_status, devices


@dataclass(frozen=True, slots=True)
class FleetDevice:
    """A device as the hub knows it; what it never said is None or empty. Moments are UTC ms.

    ``packs`` are its packs' ids and versions, ``incidents`` error codes and how often each was noted in a day.
    """

    device: str
    name: str
    site: str | None
    is_revoked: bool
    enrolled_ms: int
    told_ms: int | None
    version: str
    battery_percent: int | None
    is_charging: bool | None
    storage_free_bytes: int | None
    storage_total_bytes: int | None
    waiting_facts: int
    waiting_since_ms: int | None
    packs: tuple[tuple[str, int], ...]
    incidents: tuple[tuple[str, int], ...]

    def as_dict(self) -> dict[str, Any]:
        """Return it as a JSON-ready object."""
        return asdict(self)


def list_fleet(connection: Connection, site: str | None = None) -> list[FleetDevice]:
    """Return the devices of a site (None: all), those longest unheard of first, those shut out last."""
    joined = devices.outerjoin(device_status, device_status.c.device == devices.c.device)
    query = select(
        devices, *(column for column in device_status.c if column.name not in ("device", "version"))
    )
    query = query.add_columns(device_status.c.version.label("told_version")).select_from(joined)
    if site is not None:
        query = query.where(devices.c.site == site)
    fleet = [_read(row) for row in connection.execute(query)]
    return sorted(fleet, key=lambda one: (one.is_revoked, one.told_ms or 0, one.name))


def count_fleet(connection: Connection, site: str | None = None) -> tuple[int, int]:
    """Return how many devices of a site (None: of all) are not shut out, and how many facts they said wait on them."""
    joined = devices.outerjoin(device_status, device_status.c.device == devices.c.device)
    waiting = func.coalesce(func.sum(device_status.c.waiting_facts), 0)
    query = select(func.count(), waiting).select_from(joined).where(devices.c.revoked_at.is_(None))
    if site is not None:
        query = query.where(devices.c.site == site)
    count, facts = connection.execute(query).one()
    return int(count), int(facts)


def revoke_device(connection: Connection, device: str, now_ms: int) -> bool:
    """Shut a device out: what it signs from now on is refused, and it gets no new keys.

    Returns:
        False where it is unknown or was shut out before.
    """
    mine = (devices.c.device == device) & devices.c.revoked_at.is_(None)
    return bool(connection.execute(update(devices).where(mine).values(revoked_at=now_ms)).rowcount)


def _read(row: Row[Any]) -> FleetDevice:
    return FleetDevice(
        device=row.device,
        name=row.name,
        site=row.site,
        is_revoked=row.revoked_at is not None,
        enrolled_ms=row.enrolled_at,
        told_ms=row.told_at,
        version=row.told_version or row.version,
        battery_percent=row.battery_percent,
        is_charging=row.charging,
        storage_free_bytes=row.storage_free_bytes,
        storage_total_bytes=row.storage_total_bytes,
        waiting_facts=row.waiting_facts or 0,
        waiting_since_ms=row.waiting_since_at,
        packs=tuple((one["pack"], one["version"]) for one in json.loads(row.packs or "[]")),
        incidents=tuple((one["code"], one["count"]) for one in json.loads(row.incidents or "[]")),
    )
