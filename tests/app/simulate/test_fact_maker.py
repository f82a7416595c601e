"""Simulated facts leave a device as real ones do: with others, unlinked."""

from __future__ import annotations

from random import Random

from kiosk.app.simulate.fact_maker import FactMaker
from kiosk.app.simulate.memory_log import MemoryLog, SteeredClock
from kiosk.app.simulate.visit_script import VisitScript
from kiosk.app.simulate.visitor import make_visitor
from tests.app.simulate.conftest import MakeSite


def test_facts_wait_for_five_visits_or_the_end_of_the_day(make_site: MakeSite) -> None:
    rng, site = Random(4), make_site()
    log, facts = MemoryLog(SteeredClock(1_780_000_000_000)), FactMaker(rng)
    for visit in range(1, 7):
        script = VisitScript(log, site, make_visitor(site, rng), rng)
        script.play()
        facts.add(log.take_rows())
        parcel = facts.take_parcel()
        assert bool(parcel) is (visit == 5)
    assert facts.take_parcel(is_day_over=True)
    assert facts.take_parcel(is_day_over=True) == []
    assert facts.made["visit"] == 6


def test_a_log_without_a_visit_makes_nothing() -> None:
    facts = FactMaker(Random(1))
    facts.add([])
    assert facts.made.total() == 0
