"""The guide asked by pages: one ground a site and language, made anew where the packs or what is closed say otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from kiosk.guide.closures import Closed
from kiosk.guide.guide import Guide
from kiosk.guide.moment import Moment
from kiosk.guide.wishes import Wishes
from kiosk.model.content import Way, WayKind
from kiosk.model.site_sums import SiteSums, StopSums
from tests.fakes.fake_library import FakeLibrary

MOMENT = Moment("qutb", "en", wishes=Wishes(minutes=40))
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_what_staff_close_is_neither_suggested_nor_planned() -> None:
    closed = Closed()
    guide = Guide(FakeLibrary(), lambda _site_id: closed)
    first = guide.suggest(MOMENT)[0].stop.id
    assert first in {stop.stop_id for stop in guide.plan(MOMENT).stops}
    closed = Closed(frozenset([first]))
    assert first not in {suggestion.stop.id for suggestion in guide.suggest(MOMENT, 20)}
    assert first not in {stop.stop_id for stop in guide.plan(MOMENT).stops}
    assert guide.closed_stops(MOMENT) == {first}


def test_another_release_is_seen_at_the_next_question() -> None:
    library = FakeLibrary()
    guide = Guide(library)
    guide.prepare(MOMENT)
    *_, last = library.stop_cards("qutb", "en")
    library.given_sums = SiteSums(visits=1000, stops={last.id: StopSums(1000)}, until="2026-11-01")
    assert guide.suggest(MOMENT)[0].stop.id == last.id


def test_a_plan_is_of_the_site_as_it_was_prepared() -> None:
    """A worker may plan while packs switch: it never reads them."""
    library = FakeLibrary()
    guide = Guide(library)
    assert guide.plan(MOMENT).stops == () and guide.expect(MOMENT) == ()
    guide.prepare(MOMENT)
    guide.warm(MOMENT)
    planned = guide.plan(MOMENT)
    library.given_ways = (Way("w", "qutb/none", "qutb/nothing", 1.0, WayKind.WALK, False, ""),)
    assert planned.stops and guide.plan(MOMENT) == planned
    assert [one.minutes for one in guide.expect(MOMENT, (20, 40))] == [20, 40]


def test_sites_near_by_are_the_authors_and_those_on_the_device() -> None:
    guide = Guide(FakeLibrary())
    names = [place.site.id for place in guide.nearby(replace(MOMENT, now=NOW))]
    assert "adham-khan-tomb" in names and "qutb" not in names
