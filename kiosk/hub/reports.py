"""What the operator may read: totals, and each site's measures with small counts hidden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select

from kiosk.hub.database import HubDatabase
from kiosk.hub.database.repeat_tables import restarted_devices
from kiosk.hub.database.rollup_tables import tally_days
from kiosk.hub.database.stream_tables import quarantine, streams
from kiosk.hub.footfall import Footfall, read_footfall
from kiosk.hub.rollup_reading import ALL_DAYS, Days, list_sites, measure
from kiosk.hub.rollups import Rollups, count_waiting
from kiosk.model.disclosure import HIDE_UNDER, SiteReport, disclose

# What came in a moment ago is in the report; after a long absence the counting goes on behind its back.
CATCH_UP_S: Final = 0.3


@dataclass(frozen=True, slots=True)
class Totals:
    """What the hub holds. These count messages, not people; ``last_seen_ms`` is UTC, None for never.

    ``uncounted`` facts are safe and not yet in the reports.
    """

    devices: int
    facts: int
    quarantined: int
    dropped: int
    last_seen_ms: int | None
    uncounted: int = 0


class Reports:
    """Reads the hub's database: sums, never the facts themselves."""

    def __init__(self, database: HubDatabase) -> None:
        self._database = database
        self._rollups = Rollups(database)

    def totals(self) -> Totals:
        """Return what the hub holds."""
        self._rollups.catch_up(CATCH_UP_S)
        with self._database.reading() as connection:
            devices, taken, last_seen_ms = connection.execute(
                select(
                    func.count(streams.c.device.distinct()),
                    func.coalesce(func.sum(streams.c.acked_through), 0),
                    func.max(streams.c.last_seen_at),
                )
            ).one()
            quarantined = connection.scalar(select(func.count()).select_from(quarantine))
            of_gaps = select(func.coalesce(func.sum(tally_days.c.amount), 0)).where(
                tally_days.c.fact == "gap"
            )
            dropped = connection.scalar(of_gaps) or 0
            uncounted = count_waiting(connection)
            repeats = connection.scalar(select(func.coalesce(func.sum(restarted_devices.c.repeats), 0)))
            taken = int(taken) - int(repeats or 0)
        return Totals(devices, int(taken), quarantined or 0, int(dropped), last_seen_ms, uncounted)

    def sites(self) -> list[str]:
        """Return the sites of which anything is known, by name."""
        with self._database.reading() as connection:
            return list_sites(connection)

    def footfall(self, site: str | None, period: Days, days: Days) -> dict[str, Footfall]:
        """Return the visits of a site (None: of each), with nothing hidden yet."""
        self._rollups.catch_up(CATCH_UP_S)
        with self._database.reading() as connection:
            return read_footfall(connection, site, period, days)

    def read(
        self,
        site: str | None,
        floor_area_m2: float | None,
        days: Days = ALL_DAYS,
        under: int = HIDE_UNDER,
    ) -> list[SiteReport]:
        """Return the report of one site, or of all in the order of their names; counts under ``under`` are hidden."""
        self._rollups.catch_up(CATCH_UP_S)
        with self._database.reading() as connection:
            sites = list_sites(connection)
            wanted = sites if site is None else [name for name in sites if name == site]
            measured = [measure(connection, name, floor_area_m2, days) for name in wanted]
        return [disclose(one, under) for one in measured]
