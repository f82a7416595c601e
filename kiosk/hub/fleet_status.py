"""What devices last said of themselves, by network or by stick; an older word never takes a newer one's place."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from kiosk.hub.database.device_tables import device_packs, device_status
from kiosk.model.device_status import DeviceStatus, format_status


def keep_status(
    connection: Connection, device: str, status: DeviceStatus, now_ms: int, *, written_ms: int | None = None
) -> bool:
    """Keep what a device says of itself.

    Args:
        connection: One that may write.
        device: Its id (32 hex digits).
        status: What it says.
        now_ms: The hub's time (UTC ms).
        written_ms: When it was written down, for a letter that a stick brought; None for now. A device's clock is not
            trusted further than not to be taken for the hub's own future.

    Returns:
        False where something newer is known: nothing is changed.
    """
    told_at = now_ms if written_ms is None else min(written_ms, now_ms)
    known = connection.scalar(
        select(device_status.c.told_at).where(device_status.c.device == device).with_for_update()
    )
    if known is not None and known > told_at:
        return False
    row = _make_row(status, told_at)
    if known is None:
        connection.execute(insert(device_status).values(device=device, **row))
    else:
        connection.execute(update(device_status).where(device_status.c.device == device).values(**row))
    connection.execute(delete(device_packs).where(device_packs.c.device == device))
    packs = {one.pack: one.version for one in status.packs}
    if packs:
        rows = [
            {"device": device, "pack": pack, "version": version, "seen_at": told_at}
            for pack, version in packs.items()
        ]
        connection.execute(insert(device_packs), rows)
    return True


def _make_row(status: DeviceStatus, told_at: int) -> dict[str, Any]:
    record = format_status(status)
    return {
        "told_at": told_at,
        "version": status.version,
        "battery_percent": status.battery_percent,
        "charging": status.is_charging,
        "storage_free_bytes": status.storage_free_bytes,
        "storage_total_bytes": status.storage_total_bytes,
        "waiting_facts": status.waiting_facts,
        "waiting_since_at": status.waiting_since_ms,
        "packs": json.dumps(record["packs"]),
        "incidents": json.dumps(record["incidents"]),
    }
