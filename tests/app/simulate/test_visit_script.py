"""What simulated visits look like: bounds that every one keeps, and what many of them show together."""

from __future__ import annotations

from collections import Counter
from random import Random
from statistics import mean, median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kiosk.app.simulate.fact_maker import FactMaker
from kiosk.app.simulate.memory_log import MemoryLog, SteeredClock
from kiosk.app.simulate.sites import VisitedSite
from kiosk.app.simulate.visit_script import VisitScript
from kiosk.app.simulate.visitor import make_visitor
from kiosk.model.facts import Fact, parse_fact
from kiosk.model.measures import SiteMeasures, measure_facts
from tests.app.simulate.conftest import _make_site

START_MS = 1_780_000_000_000
HOUR_MS = 3_600_000


def play(site: VisitedSite, seed: int, visits: int = 1) -> tuple[list[Fact], int]:
    """Return the facts of some visits, one after the other, and how long they took (ms)."""
    rng, log = Random(seed), MemoryLog(SteeredClock(START_MS))
    facts = FactMaker(rng)
    for _ in range(visits):
        script = VisitScript(log, site, make_visitor(site, rng), rng)
        script.play()
        facts.add(log.take_rows())
    return [parse_fact(line) for line in facts.take_parcel(is_day_over=True)], log.clock.wall_ms - START_MS


@given(some.integers(0, 2**32), some.integers(1, 30))
@settings(max_examples=25)
def test_every_visit_is_one_that_a_device_could_have_logged(seed: int, stops: int) -> None:
    facts, took_ms = play(_make_site(stops), seed)
    dwells = [fact.values for fact in facts if fact.name == "dwell"]
    (visit,) = (fact.values for fact in facts if fact.name == "visit")
    assert took_ms < 5 * HOUR_MS
    assert visit["minutes"] * 60_000 <= took_ms + 60_000
    assert len({dwell["stop"] for dwell in dwells}) == len(dwells) <= stops
    for dwell in dwells:
        assert 0 <= dwell["heard_ms"] <= max(1, dwell["media_ms"])
        assert dwell["heard_ms"] <= dwell["dwell_ms"] + 60_000
    suggested = [fact.values for fact in facts if fact.name == "suggestion"]
    assert not any(one["taken"] for one in suggested if not one["shown"])
    assert all(one["opened"] for one in suggested if one["taken"])


@given(some.integers(0, 2**32))
@settings(max_examples=5)
def test_the_same_seed_makes_the_same_visits(seed: int) -> None:
    def tell() -> Counter[str]:
        facts, _took = play(_make_site(), seed, visits=2)
        return Counter(str({**fact.values, "fact": fact.name, "id": None}) for fact in facts)

    assert tell() == tell()


@pytest.fixture(scope="module")
def many() -> tuple[list[Fact], SiteMeasures]:
    facts, _took = play(_make_site(12), 7, visits=400)
    (measures,) = measure_facts(facts)
    return facts, measures


def test_many_visits_look_like_those_of_a_site(many: tuple[list[Fact], SiteMeasures]) -> None:
    facts, measures = many
    assert measures.mean_minutes is not None
    assert 8 < measures.mean_minutes < 45
    assert 0.05 < (measures.diligent_share or 0) < 0.7
    languages = Counter(fact.values["language"] for fact in facts if fact.name == "visit")
    assert 0.35 < languages["hi"] / languages.total() < 0.65
    assert {fact.values["depth"] for fact in facts if fact.name == "dwell"} >= {"story", "glance", None}


def test_what_draws_more_and_lies_nearer_is_seen_more(many: tuple[list[Fact], SiteMeasures]) -> None:
    shares = [
        stop.attraction for stop in sorted(many[1].stops, key=lambda stop: int(stop.stop.rpartition("s")[2]))
    ]
    assert mean(shares[:3]) > 1.5 * mean(shares[-3:])
    assert all(0.02 < share < 0.98 for share in shares)


def test_shown_suggestions_are_followed_more_than_withheld_ones(
    many: tuple[list[Fact], SiteMeasures],
) -> None:
    told = [fact.values for fact in many[0] if fact.name == "suggestion"]
    shown, withheld = ([one["opened"] for one in told if one["shown"] is kind] for kind in (True, False))
    assert len(withheld) > 30
    assert mean(shown) > mean(withheld)


def test_people_walk_to_what_is_near(many: tuple[list[Fact], SiteMeasures]) -> None:
    ways = [
        abs(int(fact.values["from_stop"].rpartition("s")[2]) - int(fact.values["to_stop"].rpartition("s")[2]))
        for fact in many[0]
        if fact.name == "move"
    ]
    assert median(ways) <= 2


def test_somebody_tired_hears_less() -> None:
    site, rng = _make_site(), Random(3)
    visitor = make_visitor(site, rng)
    heard: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(200):
        log = MemoryLog(SteeredClock(START_MS))
        script = VisitScript(log, site, visitor, rng)
        for is_tired in (False, True):
            if is_tired:
                log.clock.pass_ms(2 * visitor.stamina_ms)
            heard[is_tired].append(script._draw_heard(site.stops[0]))
    assert mean(heard[False]) > mean(heard[True]) + 0.05


def test_scans_and_searches_fail_now_and_then() -> None:
    facts = FactMaker(Random(1))
    rng, log = Random(2), MemoryLog(SteeredClock(START_MS))
    site = _make_site()
    for _ in range(60):
        script = VisitScript(log, site, make_visitor(site, rng), rng)
        script.play()
        facts.add(log.take_rows())
    facts.end_day("2026-05-28")
    told = [parse_fact(line) for line in facts.take_parcel()]
    failures = [fact.values for fact in told if fact.name == "failure"]
    assert {one["kind"] for one in failures} & {"scan-unreadable", "search-words", "search-number"}
    assert sum(one["count"] for one in failures) < 60
