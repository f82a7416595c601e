"""Reports made of rollups tell what the facts themselves tell."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.hub import rollups
from kiosk.hub.database import HubDatabase
from kiosk.hub.database.rollup_tables import tally_days
from kiosk.hub.ingest import Ingest
from kiosk.hub.reports import Reports
from kiosk.hub.rollup_counts import TALLIES
from kiosk.hub.rollup_reading import ALL_DAYS, Days, measure
from kiosk.hub.rollups import Rollups, count_waiting
from kiosk.model.facts import FACTS, Fact, format_fact
from kiosk.model.measures import SiteMeasures, StopMeasures, measure_facts
from tests.fakes.made_batches import cut_batch
from tests.fakes.random_facts import make_facts

FACTS_OF_ALL_KINDS = make_facts(900, 1)


def send(ingest: Ingest, facts: Sequence[Fact], incarnation: str = "1" * 32) -> None:
    lines = [format_fact(fact) for fact in facts]
    for first in range(1, len(lines) + 1, 300):
        ingest.take(cut_batch(lines, first, 300, incarnation))


def agree(measured: SiteMeasures, expected: SiteMeasures) -> None:
    """All is the same but the holding times, which are within 1 % (and rounding of shares)."""
    assert len(measured.stops) == len(expected.stops)
    for found, wanted in zip(measured.stops, expected.stops, strict=True):
        assert found.holding_time_ms == pytest.approx(wanted.holding_time_ms, rel=0.011)
        if wanted.quartiles_ms is not None:
            assert found.quartiles_ms == pytest.approx(wanted.quartiles_ms, rel=0.011)
        assert without_times(found) == without_times(wanted)
        assert found.holding_power == pytest.approx(wanted.holding_power)
        agree_on_versions(found, wanted)
    assert measured.mean_minutes == pytest.approx(expected.mean_minutes)
    assert measured.minutes_quartiles == pytest.approx(expected.minutes_quartiles)
    assert without_means(measured) == without_means(expected)


def agree_on_versions(found: StopMeasures, wanted: StopMeasures) -> None:
    # A version that nobody stopped at has no row.
    versions = {name: one for name, one in wanted.versions.items() if one.stopped}
    assert set(found.versions) == set(versions)
    for name, version in versions.items():
        assert asdict(found.versions[name]) == pytest.approx(asdict(version))


def without_times(stop: StopMeasures) -> StopMeasures:
    return replace(stop, holding_time_ms=None, quartiles_ms=None, holding_power=None, versions={})


def without_means(site: SiteMeasures) -> dict[str, Any]:
    return asdict(replace(site, stops=(), mean_minutes=None, minutes_quartiles=None))


def test_rollups_tell_what_the_facts_tell(hub_database: HubDatabase, ingest: Ingest) -> None:
    send(ingest, FACTS_OF_ALL_KINDS)
    assert Rollups(hub_database).catch_up(60) == len(FACTS_OF_ALL_KINDS)
    for expected in measure_facts(FACTS_OF_ALL_KINDS):
        with hub_database.reading() as connection:
            agree(measure(connection, expected.site), expected)


def test_a_range_of_days_tells_only_of_them(hub_database: HubDatabase, ingest: Ingest) -> None:
    send(ingest, FACTS_OF_ALL_KINDS)
    Rollups(hub_database).catch_up(60)
    days = ("2026-03-02", "2026-03-03")
    inside = [
        fact for fact in FACTS_OF_ALL_KINDS
        if (fact.values.get("day") or fact.values.get("hour") or "")[:10] in days
    ]  # fmt: skip
    for expected in measure_facts(inside):
        with hub_database.reading() as connection:
            agree(measure(connection, expected.site, None, Days(*days)), expected)


def test_every_kind_of_fact_has_its_place_in_the_rollups_or_none_on_purpose() -> None:
    # A trail is a study's: it is read as it came, and never in a report.
    # What visitors said goes to those who moderate it.
    assert set(FACTS) == {*TALLIES, "dwell", "visit", "move", "suggestion", "trail", "message", "rating"}


def test_facts_that_come_later_are_added_once(hub_database: HubDatabase, ingest: Ingest) -> None:
    folding = Rollups(hub_database)
    lines = [format_fact(fact) for fact in FACTS_OF_ALL_KINDS]
    for first in range(1, 901, 100):
        ingest.take(cut_batch(lines, first, 100))
        ingest.take(cut_batch(lines, max(1, first - 50), 100))
        folding.catch_up(60)
        assert folding.fold() == 0
    for expected in measure_facts(FACTS_OF_ALL_KINDS):
        with hub_database.reading() as connection:
            agree(measure(connection, expected.site), expected)


def test_two_hubs_that_fold_at_once_count_nothing_twice(
    hub_database: HubDatabase, ingest: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rollups, "FACTS_A_STEP", 50)
    send(ingest, FACTS_OF_ALL_KINDS)

    def work() -> None:
        while True:
            with hub_database.reading() as connection:
                if not count_waiting(connection):
                    return
            Rollups(hub_database).catch_up(1)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (expected, *_) = measure_facts(FACTS_OF_ALL_KINDS)
    with hub_database.reading() as connection:
        agree(measure(connection, expected.site), expected)


def test_a_fact_in_quarantine_is_passed_over(hub_database: HubDatabase, ingest: Ingest) -> None:
    lines = [b"?", format_fact(Fact("gap", {"id": "0" * 16, "facts": 7}))]
    ingest.take(cut_batch(lines, 1, 2))
    totals = Reports(hub_database).totals()
    assert (totals.facts, totals.quarantined, totals.dropped, totals.uncounted) == (2, 1, 7, 0)


def test_what_is_only_tallied_is_told_by_its_words(hub_database: HubDatabase, ingest: Ingest) -> None:
    ticket = {"site": "qutb", "product": 3, "party": 4, "price_class": 1, "day": "2026-03-01"}
    send(ingest, [Fact("ticket", {**ticket, "id": f"{number:016x}"}) for number in range(6)])
    Rollups(hub_database).catch_up(60)
    with hub_database.reading() as connection:
        rows = [tuple(row) for row in connection.execute(select(tally_days))]
    assert rows == [("qutb", "2026-03-01", "ticket", "3", "1", "4", 6, 24)]


def test_a_site_that_nobody_knows_has_no_report(hub_database: HubDatabase, ingest: Ingest) -> None:
    send(ingest, FACTS_OF_ALL_KINDS)
    reports = Reports(hub_database)
    assert reports.read("elsewhere", None) == []
    assert [report.site for report in reports.read(None, None, ALL_DAYS)] == reports.sites()
