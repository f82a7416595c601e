"""How sites and stops are called, where a pack told it; else by their ids, as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, select

from kiosk.charts.move_section import OnPlan
from kiosk.hub.database.pack_tables import pack_sites, pack_stops


@dataclass(frozen=True, slots=True)
class Titles:
    """Of sites and stops by their ids; no two stops of a site are called alike.

    ``places`` has those on a plan, ``zones`` the time zones of sites.
    """

    sites: Mapping[str, str] = field(default_factory=dict)
    stops: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, OnPlan] = field(default_factory=dict)
    zones: Mapping[str, str] = field(default_factory=dict)

    def site(self, site: str) -> str:
        """Return how a site is called."""
        return self.sites.get(site, site)

    def stop(self, stop: str) -> str:
        """Return how a stop is called; of an unknown one what stands after the site in its id."""
        return self.stops.get(stop, stop.split("/", 1)[-1])


NO_TITLES: Final = Titles()


def read_titles(connection: Connection, site: str | None = None) -> Titles:
    """Return what packs told of a site, or of all (None)."""
    query = select(pack_stops) if site is None else select(pack_stops).where(pack_stops.c.site == site)
    stops = connection.execute(query).all()
    sites = connection.execute(select(pack_sites.c.site, pack_sites.c.title, pack_sites.c.timezone)).all()
    times = Counter(row.title for row in stops)
    return Titles(
        sites={row.site: row.title for row in sites},
        zones={row.site: row.timezone for row in sites},
        stops={row.stop: _tell_apart(row.stop, row.title, times[row.title]) for row in stops},
        places={row.stop: OnPlan(row.floor, row.x, row.y, row.aspect) for row in stops if row.x is not None},
    )


def _tell_apart(stop: str, title: str, times: int) -> str:
    return title if times == 1 else f"{title} ({stop.split('/', 1)[-1]})"
