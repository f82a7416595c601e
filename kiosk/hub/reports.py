"""What the operator may read: totals, and each site's measures with small counts hidden."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from kiosk.hub.database import HubDatabase
from kiosk.hub.database.stream_tables import facts, quarantine, streams
from kiosk.model.disclosure import SiteReport, disclose
from kiosk.model.facts import Fact
from kiosk.model.measures import measure_facts


@dataclass(frozen=True, slots=True)
class Totals:
    """What the hub holds. These count messages, not people; ``last_seen_ms`` is UTC, None for never."""

    devices: int
    facts: int
    quarantined: int
    dropped: int
    last_seen_ms: int | None


class Reports:
    """Reads the hub's database."""

    def __init__(self, database: HubDatabase) -> None:
        self._database = database

    def totals(self) -> Totals:
        """Return what the hub holds."""
        with self._database.reading() as connection:
            devices, taken, last_seen_ms = connection.execute(
                select(
                    func.count(streams.c.device.distinct()),
                    func.coalesce(func.sum(streams.c.acked_through), 0),
                    func.max(streams.c.last_seen_at),
                )
            ).one()
            quarantined = connection.scalar(select(func.count()).select_from(quarantine))
            dropped = sum(fact.values["facts"] for fact in _read_facts(connection, ("gap",), None))
        return Totals(devices, int(taken), quarantined or 0, dropped, last_seen_ms)

    def read(self, site: str | None, floor_area_m2: float | None) -> list[SiteReport]:
        """Return the report of one site, or of all in the order of their names."""
        with self._database.reading() as connection:
            measured = measure_facts(_read_facts(connection, ("visit", "dwell"), site), floor_area_m2)
        return [disclose(one) for one in measured]


def _read_facts(connection: Connection, kinds: tuple[str, ...], site: str | None) -> Iterator[Fact]:
    query = select(facts.c.fact, facts.c.body).where(facts.c.fact.in_(kinds))
    if site is not None:
        query = query.where(facts.c.site == site)
    for kind, body in connection.execute(query):
        yield Fact(kind, json.loads(body))
