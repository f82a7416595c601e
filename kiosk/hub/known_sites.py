"""The sites that the hub knows of: by what visits told, by where devices stand, by what tickets were made for."""

from __future__ import annotations

from sqlalchemy import Connection, select, union

from kiosk.hub.database.device_tables import devices
from kiosk.hub.database.ticket_tables import ticket_issues
from kiosk.hub.rollup_reading import list_sites


def list_known_sites(connection: Connection) -> list[str]:
    """Return the ids of all sites, by name."""
    named = union(select(devices.c.site).distinct(), select(ticket_issues.c.site).distinct())
    return sorted({*list_sites(connection), *(site for site in connection.scalars(named) if site)})
