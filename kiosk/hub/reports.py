"""What the operator may read: totals, and each site's measures with small counts hidden."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path

from kiosk.hub.store import connect_reader
from kiosk.model.disclosure import SiteReport, disclose
from kiosk.model.measures import SiteVisit, StopDwell, measure_site


@dataclass(frozen=True, slots=True)
class Totals:
    """What the hub holds. These count messages, not people; ``last_seen_ms`` is UTC, None for never."""

    devices: int
    facts: int
    quarantined: int
    dropped: int
    last_seen_ms: int | None


class Reports:
    """Reads the hub's database on a connection of its own, so that reports never hold up devices."""

    def __init__(self, database: Path) -> None:
        """Open the database for reading.

        Raises:
            KioskError: ``hub.database-not-opened``.
        """
        self._connection = connect_reader(database)
        self._guard = threading.Lock()

    def close(self) -> None:
        """Close the database."""
        with self._guard:
            self._connection.close()

    def totals(self) -> Totals:
        """Return what the hub holds."""
        with self._guard:
            devices, last_seen_ms = self._connection.execute(
                "SELECT count(DISTINCT device), max(last_seen_ms) FROM streams WHERE acked_through > 0"
            ).fetchone()
            facts, dropped = self._connection.execute(
                "SELECT count(*), coalesce(sum(dropped), 0) FROM facts"
            ).fetchone()
            quarantined = self._connection.execute("SELECT count(*) FROM quarantine").fetchone()[0]
        return Totals(devices, facts, quarantined, dropped, last_seen_ms)

    def read(self, site: str | None, floor_area_m2: float | None) -> list[SiteReport]:
        """Return the report of one site, or of all in the order of their names."""
        with self._guard:
            sites = [site] if site is not None else _read_sites(self._connection)
            return [
                disclose(
                    measure_site(
                        name,
                        _read_visits(self._connection, name),
                        _read_dwells(self._connection, name),
                        floor_area_m2,
                    )
                )
                for name in sites
            ]


def _read_sites(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT DISTINCT site FROM facts WHERE site IS NOT NULL ORDER BY site")
    return [name for (name,) in rows]


def _read_visits(connection: sqlite3.Connection, site: str) -> list[SiteVisit]:
    rows = connection.execute(
        "SELECT site, stops, stops_on_offer, minutes, language, suggestions_shown, suggestions_taken"
        " FROM facts WHERE fact = 'visit' AND site = ? AND counted",
        (site,),
    )
    return [SiteVisit(*row) for row in rows]


def _read_dwells(connection: sqlite3.Connection, site: str) -> list[StopDwell]:
    rows = connection.execute(
        "SELECT stop, dwell_ms, heard_ms, media_ms, depth FROM facts"
        " WHERE fact = 'dwell' AND site = ? AND counted",
        (site,),
    )
    return [StopDwell(*row) for row in rows]
