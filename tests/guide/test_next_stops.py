"""What is offered next on day 1, before any visit has been counted."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.guide.next_stops import Reason, Suggestion, suggest_next
from kiosk.model.content import StopCard


def card(name: str, order: int, lat: float | None = None, lon: float | None = None) -> StopCard:
    return StopCard(
        id=f"site/{name}",
        site_id="site",
        number=str(order),
        title=name,
        where="",
        order=order,
        floor_id="ground",
        plan_x=None,
        plan_y=None,
        lat=lat,
        lon=lon,
        tags=(),
        thumbnail="",
    )


def ids(suggestions: tuple[Suggestion, ...]) -> list[str]:
    return [suggestion.stop.id for suggestion in suggestions]


GATE = card("gate", 1, 28.5240, 77.1850)
MINAR = card("minar", 2, 28.5245, 77.1852)
PILLAR = card("pillar", 3, 28.5247, 77.1851)
FAR = card("far", 4, 28.5300, 77.1900)
ALL = (GATE, MINAR, PILLAR, FAR)


def test_before_the_first_stop_the_curators_order_is_offered() -> None:
    offered = suggest_next(ALL, None, ())
    assert ids(offered) == ["site/gate", "site/minar", "site/pillar"]
    assert {one.reason for one in offered} == {Reason.NEXT_IN_ORDER}


def test_the_next_in_order_comes_first_with_its_distance() -> None:
    first = suggest_next(ALL, GATE.id, {GATE.id})[0]
    assert first.stop is MINAR
    assert first.reason is Reason.NEXT_IN_ORDER
    assert first.distance_m is not None and 50 < first.distance_m < 70


def test_a_stop_at_hand_goes_before_a_far_one_that_is_next_in_order() -> None:
    offered = suggest_next((GATE, MINAR, PILLAR, FAR), PILLAR.id, {PILLAR.id})
    assert offered[0].stop is MINAR
    assert offered[0].reason is Reason.NEAREST


def test_seen_stops_are_not_offered_again_and_a_finished_site_offers_nothing() -> None:
    assert set(ids(suggest_next(ALL, FAR.id, {GATE.id, FAR.id}))) == {PILLAR.id, MINAR.id}
    assert suggest_next(ALL, FAR.id, {stop.id for stop in ALL}) == ()


def test_without_coordinates_the_plan_tells_what_is_near_and_no_metres_are_claimed() -> None:
    here = replace(card("here", 1), plan_x=0.1, plan_y=0.1)
    near = replace(card("near", 9), plan_x=0.12, plan_y=0.1)
    after = replace(card("after", 2), plan_x=0.9, plan_y=0.9)
    offered = suggest_next((here, near, after), here.id, {here.id})
    assert ids(offered) == ["site/near", "site/after"]
    assert offered[0].distance_m is None


@given(
    seen=st.sets(st.sampled_from([stop.id for stop in ALL])),
    here=st.sampled_from([None, *(stop.id for stop in ALL)]),
    count=st.integers(1, 6),
)
def test_whatever_was_seen_each_suggestion_is_new_and_given_once(
    seen: set[str], here: str | None, count: int
) -> None:
    offered = ids(suggest_next(ALL, here, seen, count))
    assert len(offered) == len(set(offered)) <= count
    assert not set(offered) & seen
    assert here not in offered
    assert bool(offered) == bool({stop.id for stop in ALL} - seen - {here})
