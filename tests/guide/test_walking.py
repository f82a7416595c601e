"""How far it is between stops: by ways, over open ground, over floors, and where nothing is known."""

from __future__ import annotations

from math import inf

import pytest

from kiosk.guide.open_ground import DETOUR, LEVEL_M
from kiosk.guide.walking import Walking
from kiosk.model.content import Floor, StopCard, Way, WayKind

METRES_A_DEGREE = 111_195.0


def make_card(
    stop_id: str,
    order: int = 0,
    *,
    north_m: float | None = None,
    floor: str = "",
    plan: tuple[float, float] | None = None,
) -> StopCard:
    return StopCard(
        id=stop_id,
        site_id="site",
        number="",
        title=stop_id,
        where="",
        order=order,
        floor_id=floor,
        plan_x=plan[0] if plan else None,
        plan_y=plan[1] if plan else None,
        lat=None if north_m is None else 10.0 + north_m / METRES_A_DEGREE,
        lon=None if north_m is None else 20.0,
        tags=(),
        thumbnail="",
    )


def make_way(
    way_id: str,
    one: str,
    other: str,
    metres: float = 50.0,
    kind: WayKind = WayKind.WALK,
    closed: bool = False,
) -> Way:
    return Way(way_id, one, other, metres, kind, closed, f"Way {way_id}")


def test_over_open_ground_the_straight_line_is_made_longer() -> None:
    walking = Walking([make_card("a", north_m=0), make_card("b", north_m=100)])
    assert walking.is_measured and walking.knows("a", "b")
    assert walking.metres("a", "b") == pytest.approx(DETOUR * 100, rel=0.01)
    assert walking.metres("a", "a") == 0.0
    (leg,) = walking.legs("a", "b")
    assert (leg.way_id, leg.kind, leg.to_stop) == ("", "walk", "b")


def test_a_measured_plan_tells_metres_where_coordinates_do_not() -> None:
    floor = Floor("hall", 0, "Hall", "", 1000, 500, width_m=60.0)
    cards = [make_card("a", floor="hall", plan=(0.0, 0.0)), make_card("b", floor="hall", plan=(0.5, 1.0))]
    walking = Walking(cards, [floor])
    assert walking.metres("a", "b") == pytest.approx(DETOUR * (30**2 + 30**2) ** 0.5)


def test_levels_cost_something_where_no_way_tells_of_them() -> None:
    floors = [Floor("low", 0, "", "", 1, 1), Floor("high", 2, "", "", 1, 1)]
    cards = [make_card("a", north_m=0, floor="low"), make_card("b", north_m=0, floor="high")]
    assert Walking(cards, floors).metres("a", "b") == pytest.approx(2 * LEVEL_M)


def test_where_nothing_is_known_the_curators_order_stands_in() -> None:
    walking = Walking([make_card(name, order) for order, name in enumerate("abcd")])
    assert not walking.is_measured and not walking.knows("a", "b") and walking.legs("a", "b") == ()
    assert walking.metres("a", "b") < walking.metres("a", "c") < walking.metres("a", "d")


def test_the_shortest_path_over_the_ways_counts() -> None:
    cards = [make_card(name) for name in "abc"]
    ways = [make_way("ab", "a", "b", 30), make_way("bc", "b", "c", 40), make_way("ac", "a", "c", 100)]
    walking = Walking(cards, ways=ways)
    assert walking.metres("a", "c") == 70
    assert [(leg.way_id, leg.to_stop, leg.metres) for leg in walking.legs("a", "c")] == [
        ("ab", "b", 30),
        ("bc", "c", 40),
    ]
    assert [leg.to_stop for leg in walking.legs("c", "a")] == ["b", "a"]


def test_a_closed_way_leaves_pieces() -> None:
    cards = [make_card(name, north_m=10.0 * number) for number, name in enumerate("abcd")]
    ways = [make_way("ab", "a", "b"), make_way("bridge", "b", "c"), make_way("cd", "c", "d")]
    assert Walking(cards, ways=ways).metres("a", "d") == 150
    closed_today = Walking(cards, ways=ways, closed_ways={"bridge"})
    closed_in_pack = Walking(cards, ways=[ways[0], make_way("bridge", "b", "c", closed=True), ways[2]])
    for walking in (closed_today, closed_in_pack):
        assert walking.metres("a", "d") == inf and walking.legs("a", "d") == ()
        assert walking.knows("a", "d"), "that there is no way is known"
        assert walking.metres("a", "b") == 50


def test_whoever_goes_step_free_takes_the_lift() -> None:
    floors = [Floor("low", 0, "", "", 1, 1), Floor("high", 1, "", "", 1, 1)]
    cards = [make_card("a", floor="low"), make_card("b", floor="high")]
    ways = [make_way("stairs", "a", "b", 10, WayKind.STAIRS), make_way("lift", "a", "b", 60, WayKind.LIFT)]
    assert [leg.way_id for leg in Walking(cards, floors, ways).legs("a", "b")] == ["stairs"]
    assert [leg.way_id for leg in Walking(cards, floors, ways, step_free=True).legs("a", "b")] == ["lift"]
    assert Walking(cards, floors, ways, {"lift"}, step_free=True).metres("a", "b") == inf


def test_open_floors_are_joined_by_their_lift_alone() -> None:
    floors = [Floor("low", 0, "", "", 100, 100, 100.0), Floor("high", 1, "", "", 100, 100, 100.0)]
    cards = [
        make_card("a", floor="low", plan=(0.0, 0.0)),
        make_card("low-lift", floor="low", plan=(0.5, 0.0)),
        make_card("high-lift", floor="high", plan=(0.5, 0.0)),
        make_card("b", floor="high", plan=(1.0, 0.0)),
    ]
    walking = Walking(cards, floors, [make_way("lift", "low-lift", "high-lift", 20, WayKind.LIFT)])
    assert walking.metres("a", "b") == pytest.approx(2 * DETOUR * 50 + 20)
    assert [leg.way_id for leg in walking.legs("a", "b")] == ["", "lift", ""]
    assert (
        Walking(cards, floors, [make_way("lift", "low-lift", "high-lift", closed=True)]).metres("a", "b")
        == inf
    )


def test_a_stop_that_is_gone_is_about_as_far_as_any() -> None:
    walking = Walking([make_card("a"), make_card("b")])
    assert (
        0 < walking.metres("gone", "a") < 100
        and walking.legs("gone", "a") == ()
        and not walking.knows("gone", "a")
    )


def test_ways_to_unknown_stops_and_from_a_stop_to_itself_are_left_out() -> None:
    ways = [make_way("odd", "a", "nowhere"), make_way("self", "a", "a"), make_way("none", "a", "b", 0.0)]
    walking = Walking([make_card("a"), make_card("b")], ways=ways)
    assert walking.metres("a", "b") == pytest.approx(0.1) and len(walking.legs("a", "b")) == 1
