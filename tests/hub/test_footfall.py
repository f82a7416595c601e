"""What the first page reads, on both databases: the same as counting the visits one by one."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.hub.database import HubDatabase
from kiosk.hub.fleet import list_fleet, revoke_device
from kiosk.hub.ingest import Ingest
from kiosk.hub.known_sites import list_known_sites
from kiosk.hub.packs_shown import list_shown_packs
from kiosk.hub.reports import Reports
from kiosk.hub.rollup_reading import ALL_DAYS, Days
from kiosk.model.facts import Fact, format_fact
from tests.fakes.filled_hub import add_devices
from tests.fakes.made_batches import cut_batch
from tests.fakes.random_facts import make_facts

NOW = 1_795_300_000_000


@pytest.fixture
def facts(hub_database: HubDatabase) -> list[Fact]:
    made = make_facts(400, 7, sites=3)
    Ingest(hub_database).take(cut_batch([format_fact(fact) for fact in made], 1, len(made)))
    return [fact for fact in made if fact.name == "visit" and fact.values["counted"]]


def test_visits_are_those_of_the_facts(hub_database: HubDatabase, facts: list[Fact]) -> None:
    footfall = Reports(hub_database).footfall(None, ALL_DAYS, ALL_DAYS)
    for site in ("site0", "site1", "site2"):
        mine = [fact.values for fact in facts if fact.values["site"] == site]
        assert footfall[site].visits == len(mine) == sum(footfall[site].languages.values())
        assert footfall[site].minutes == sum(values["minutes"] for values in mine)
        known = [values for values in mine if values.get("hour")]
        assert sum(footfall[site].days.values()) == len(known)
        assert footfall[site].since == min(date.fromisoformat(values["hour"][:10]) for values in known)


def test_a_period_and_a_site_leave_the_others_out(hub_database: HubDatabase, facts: list[Fact]) -> None:
    day = Days("2026-03-02", "2026-03-02")
    (only,) = Reports(hub_database).footfall("site1", day, day).values()
    mine = [
        fact
        for fact in facts
        if fact.values["site"] == "site1" and (fact.values.get("hour") or "")[:10] == day.first
    ]
    assert (only.site, only.visits, only.days) == ("site1", len(mine), {date(2026, 3, 2): len(mine)})


def test_packs_are_counted_by_version_on_devices_that_are_not_shut_out(hub_database: HubDatabase) -> None:
    _silent, second, _third = add_devices(hub_database, NOW)
    with hub_database.reading() as connection:
        shown = list_shown_packs(connection)
        assert [(one.version, one.devices, one.is_newest) for one in shown] == [(5, 1, True), (4, 1, False)]
        assert [one.version for one in list_shown_packs(connection, "castle")] == [5]
    with hub_database.writing() as connection:
        assert revoke_device(connection, second, NOW)
    with hub_database.reading() as connection:
        assert [one.version for one in list_shown_packs(connection)] == [5]
        assert len(list_fleet(connection)) == 3


def test_sites_are_known_by_visits_and_by_devices(hub_database: HubDatabase, facts: list[Fact]) -> None:
    add_devices(hub_database, NOW)
    Reports(hub_database).read(None, None)
    with hub_database.reading() as connection:
        assert list_known_sites(connection) == ["castle", "mill", "site0", "site1", "site2"]
