"""The pages' fake guide and the real one keep the same promises."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from kiosk.guide.closures import Closed
from kiosk.guide.guide import Guide as RealGuide
from kiosk.guide.moment import Moment
from kiosk.guide.plan import LeftOut
from kiosk.guide.wishes import Pace, Wishes
from kiosk.model.content import Depth
from kiosk.screens.rooms import Guide
from tests.fakes.fake_guide import FakeGuide
from tests.fakes.fake_library import FakeLibrary

PILLAR = "qutb/iron-pillar"
TOWER = "qutb/qutb-minar"
FOLLY = "qutb/smith-folly"
GATE = "qutb/alai-darwaza"
MOMENT = Moment("qutb", "en")
LIBRARY = FakeLibrary()
ALL = frozenset(card.id for card in LIBRARY.stop_cards("qutb", "en"))


def make_guide(kind: str, *closed: str) -> Guide:
    guide: Guide = (
        FakeGuide(LIBRARY, closed=set(closed))
        if kind == "fake"
        else RealGuide(LIBRARY, lambda _site: Closed(frozenset(closed)))
    )
    guide.prepare(MOMENT)
    return guide


@pytest.fixture(scope="module", params=["fake", "real"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def guide(kind: str) -> Guide:
    return make_guide(kind)


def wishing(minutes: int | None, **moment: object) -> Moment:
    return replace(MOMENT, wishes=Wishes(minutes=minutes), **moment)  # type: ignore[arg-type]  # each is a field


@pytest.mark.parametrize("minutes", [0, 1, 5, 20, 40, 90, 600])
def test_a_tour_never_takes_longer_than_there_is_time(guide: Guide, minutes: int) -> None:
    plan = guide.plan(wishing(minutes))
    least, usual, most = plan.minutes
    assert 0 <= least <= usual <= most <= max(minutes, 0) + 1e-6
    assert bool(plan.stops) == (usual > 0)


def test_time_that_has_gone_is_not_there_any_more(guide: Guide) -> None:
    assert guide.plan(wishing(60, gone_min=40.0)).minutes[2] <= 20 + 1e-6
    over = guide.plan(wishing(60, gone_min=61.0))
    assert not over.stops
    assert {why for _, why in over.left_out} == {LeftOut.TIME}


def test_each_stop_is_in_the_tour_or_left_out_for_a_reason(guide: Guide) -> None:
    plan = guide.plan(wishing(20))
    planned, left_out = [one.stop_id for one in plan.stops], [stop for stop, _ in plan.left_out]
    assert sorted([*planned, *left_out]) == sorted(ALL)
    assert {why for _, why in plan.left_out} == {LeftOut.TIME}


def test_stops_come_one_after_the_other(guide: Guide) -> None:
    stops = guide.plan(wishing(60)).stops
    assert len(stops) > 1
    for one, following in pairwise(stops):
        assert following.arrive_min >= one.arrive_min + one.stay_min - 1e-6
        assert following.walk_min >= 0
    assert all(one.depth is Depth.STORY for one in stops)


def test_a_visitor_with_all_the_time_sees_everything(guide: Guide) -> None:
    assert {one.stop_id for one in guide.plan(MOMENT).stops} == ALL


def test_what_was_seen_is_in_no_tour_and_not_missed(guide: Guide) -> None:
    plan = guide.plan(replace(MOMENT, seen=(TOWER, PILLAR), here=PILLAR))
    assert {one.stop_id for one in plan.stops} == ALL - {TOWER, PILLAR}
    assert not plan.left_out
    assert not guide.plan(replace(MOMENT, seen=tuple(sorted(ALL)), here=TOWER)).stops


def test_what_is_closed_is_in_no_tour_and_said_to_be(kind: str) -> None:
    guide = make_guide(kind, PILLAR)
    assert set(guide.closed_stops(MOMENT)) == {PILLAR}
    plan = guide.plan(MOMENT)
    assert (PILLAR, LeftOut.CLOSED) in plan.left_out
    assert PILLAR not in {one.stop_id for one in plan.stops}


def test_where_all_is_closed_there_is_no_tour_and_every_reason_says_so(kind: str) -> None:
    plan = make_guide(kind, *ALL).plan(wishing(60))
    assert not plan.stops
    assert dict(plan.left_out) == dict.fromkeys(ALL, LeftOut.CLOSED)


def test_a_stop_that_was_taken_out_stays_out(guide: Guide) -> None:
    plan = guide.plan(replace(MOMENT, left_off=frozenset({TOWER})))
    assert TOWER not in {one.stop_id for one in plan.stops}


@pytest.mark.parametrize("minutes", [15, 25])
def test_a_stop_that_was_put_in_comes_before_others(guide: Guide, minutes: int) -> None:
    plan = guide.plan(wishing(minutes))
    missed = FOLLY if FOLLY not in {one.stop_id for one in plan.stops} else plan.left_out[-1][0]
    planned = tuple(one.stop_id for one in plan.stops)
    again = guide.plan(wishing(minutes, planned=planned, put_in=(missed,)))
    assert missed in {one.stop_id for one in again.stops}
    fresh = guide.plan(wishing(minutes, put_in=(missed,)))
    assert missed in {one.stop_id for one in fresh.stops}


def test_a_shorter_tour_keeps_the_order_of_the_one_before(guide: Guide) -> None:
    planned = tuple(one.stop_id for one in guide.plan(wishing(90)).stops)
    shorter = [one.stop_id for one in guide.plan(wishing(90, planned=planned, gone_min=70.0)).stops]
    kept = [stop for stop in planned if stop in shorter]
    assert [stop for stop in shorter if stop in planned] == kept
    assert len(shorter) < len(planned)


def test_a_ready_made_tour_keeps_its_order_whatever_time_there_is(kind: str) -> None:
    guide = make_guide(kind, PILLAR)
    plan = guide.reckon(wishing(5, seen=(TOWER,), here=TOWER), (FOLLY, TOWER, PILLAR, "qutb/gone", GATE))
    assert [one.stop_id for one in plan.stops] == [FOLLY, GATE]
    assert plan.left_out == ((PILLAR, LeftOut.CLOSED),)
    assert plan.minutes[1] > 0


def test_who_goes_with_rests_sees_no_more(guide: Guide) -> None:
    usual = guide.plan(wishing(60))
    calm = guide.plan(replace(MOMENT, wishes=Wishes(minutes=60, pace=Pace.CALM)))
    assert len(calm.stops) <= len(usual.stops)


def test_stops_that_are_gone_from_the_packs_are_passed_over(guide: Guide) -> None:
    gone = replace(MOMENT, here="qutb/gone", seen=("qutb/gone",), planned=("qutb/gone", TOWER))
    plan = guide.plan(gone)
    assert "qutb/gone" not in {one.stop_id for one in plan.stops}
    assert plan.stops
    assert "qutb/gone" not in {one.stop.id for one in guide.suggest(gone)}


def test_more_time_holds_no_less(guide: Guide) -> None:
    held = guide.expect(MOMENT, (20, 40, 60, 90))
    assert [one.minutes for one in held] == [20, 40, 60, 90]
    for one in held:
        few, many = one.stops
        assert 0 <= few <= many <= len(ALL)
        assert one.plan.minutes[2] <= one.minutes + 1e-6
        assert not one.measured, "nothing has been counted here yet"
    manies = [one.stops[1] for one in held]
    assert manies == sorted(manies)


def test_of_suggestions_none_was_seen(guide: Guide) -> None:
    offered = guide.suggest(replace(MOMENT, here=TOWER, seen=(TOWER,)), 3)
    assert 0 < len(offered) <= 3
    assert TOWER not in {one.stop.id for one in offered}


def test_a_site_that_was_never_prepared_has_no_tour(kind: str) -> None:
    bare: Guide = FakeGuide(LIBRARY) if kind == "fake" else RealGuide(LIBRARY)
    assert not bare.plan(MOMENT).stops


def test_whoever_is_there_while_the_hours_say_closed_has_a_tour_all_the_same(kind: str) -> None:
    library = FakeLibrary()
    library.opening_hours = "Mo-Su 09:00-17:00"
    guide: Guide = FakeGuide(library) if kind == "fake" else RealGuide(library)
    night = replace(MOMENT, now=datetime(2026, 11, 21, 22, 0, tzinfo=UTC))
    guide.prepare(night)
    assert guide.plan(night).stops
