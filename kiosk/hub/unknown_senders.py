"""Devices that sent facts to an open hub without being enrolled there."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from kiosk.hub.database.device_tables import devices
from kiosk.hub.database.stream_tables import streams


def count_unknown_senders(connection: Connection) -> int:
    """Return how many devices sent facts and are not enrolled."""
    known = select(devices.c.device)
    found = select(func.count(streams.c.device.distinct())).where(streams.c.device.not_in(known))
    return connection.scalar(found) or 0
