"""What is offered next, and the reason that is given."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.guide.suggest import Reason, suggest
from tests.guide.grounds import card, ground, moment, names

GATE = card("gate", 1, 28.5240, 77.1850)
MINAR = card("minar", 2, 28.5245, 77.1852)
PILLAR = card("pillar", 3, 28.5247, 77.1851)
FAR = card("far", 4, 28.5300, 77.1900)
ALL = ground(GATE, MINAR, PILLAR, FAR)


def test_before_the_first_stop_the_curators_order_is_offered() -> None:
    offered = suggest(ALL, moment())
    assert names(offered) == ["gate", "minar", "pillar"]
    assert offered[0].reason is Reason.NEXT_IN_ORDER and offered[0].walk_m is None


def test_on_the_first_day_the_next_in_order_comes_first_with_its_way() -> None:
    first = suggest(ALL, moment("gate"))[0]
    assert first.stop is MINAR and first.reason is Reason.NEXT_IN_ORDER
    assert first.walk_m is not None and 50 < first.walk_m < 90


def test_a_stop_at_hand_goes_before_a_far_one_that_is_next_in_order() -> None:
    first = suggest(ALL, moment("pillar"))[0]
    assert first.stop is MINAR and first.reason is Reason.NEAREST


def test_seen_stops_are_not_offered_again_and_a_finished_site_offers_nothing() -> None:
    assert set(names(suggest(ALL, moment("far", "gate")))) == {"pillar", "minar"}
    assert suggest(ALL, moment("far", "gate", "minar", "pillar")) == ()


def test_without_coordinates_the_plan_tells_what_is_near_and_no_metres_are_claimed() -> None:
    here = replace(card("here", 1), plan_x=0.1, plan_y=0.1)
    near = replace(card("near", 9), plan_x=0.12, plan_y=0.1)
    after = replace(card("after", 2), plan_x=0.9, plan_y=0.9)
    offered = suggest(ground(here, near, after), moment("here"))
    assert names(offered) == ["near", "after"]
    assert offered[0].walk_m is None


@given(
    seen=st.sets(st.sampled_from([stop.title for stop in ALL.cards])),
    here=st.sampled_from(["", *(stop.title for stop in ALL.cards)]),
    count=st.integers(0, 6),
    seed=st.integers(0, 9),
)
def test_whatever_was_seen_each_suggestion_is_new_and_given_once(
    seen: set[str], here: str, count: int, seed: int
) -> None:
    offered = names(suggest(ALL, moment(here, *seen), count, seed))
    left = {stop.title for stop in ALL.cards} - seen - {here}
    assert len(offered) == len(set(offered)) == min(count, len(left))
    assert set(offered) <= left
