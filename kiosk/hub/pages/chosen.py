"""What a page is asked for: a site and a period, as they stand in its address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import Depends

from kiosk.hub.database import HubDatabase
from kiosk.hub.known_sites import list_known_sites
from kiosk.hub.pages.periods import Period, choose_period, list_periods
from kiosk.hub.pages.viewer import Viewer
from kiosk.hub.stop_titles import NO_TITLES, Titles, read_titles
from kiosk.packs.time_zones import find_zone


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands in the address; nothing of it is trusted to be there or to be known."""

    site: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the page tells of. ``site`` None: all sites, or none where there is none (``sites`` is empty).

    ``today`` is the day at the site, in UTC where its pack was not shown to the hub, and of all sites.
    ``may_be_all`` says whether "all sites" can be chosen; ``titles`` are how sites are called.
    """

    site: str | None
    sites: tuple[str, ...]
    period: Period
    periods: tuple[Period, ...]
    today: date
    may_be_all: bool
    titles: Titles = NO_TITLES

    @property
    def has_zone(self) -> bool:
        """Tell whether ``today`` is the site's own."""
        return self.site is not None and bool(self.titles.zones.get(self.site))

    def name(self, site: str | None) -> str:
        """Return how a site is called."""
        return "" if site is None else self.titles.site(site)


AskedFor = Annotated[Asked, Depends()]


def choose(database: HubDatabase, viewer: Viewer, asked: Asked, *, may_be_all: bool = False) -> Chosen:
    """Return what to tell a viewer: never of a site that is not theirs, whatever stands in the address."""
    with database.reading() as connection:
        sites = list_known_sites(connection) if viewer.site is None else [viewer.site]
        titles = read_titles(connection, sites[0] if len(sites) == 1 else None)
    site = asked.site if asked.site in sites else None
    may_be_all = may_be_all and len(sites) > 1
    if site is None and not may_be_all and sites:
        site = sites[0]
    # Facts tell the days of their site. What is told of all sites has one today for all.
    today = datetime.now(find_zone(titles.zones.get(site or "", ""))).date()
    periods = tuple(list_periods(today))
    return Chosen(site, tuple(sites), choose_period(asked.period, today), periods, today, may_be_all, titles)
