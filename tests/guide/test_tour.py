"""A tour that fits into the visitor's time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from kiosk.guide.expect import expect
from kiosk.guide.moment import Moment
from kiosk.guide.plan import LeftOut, Plan
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.tour import make_plan, reckon
from kiosk.guide.wishes import Wishes
from kiosk.model.content import Depth, Site, StopCard, Way, WayKind
from kiosk.model.site_sums import SiteSums, StopSums
from tests.guide.test_walking import make_card, make_way

NOON = datetime(2026, 6, 3, 12, 0, tzinfo=UTC)
SITE = Site("site", "pack", "Site", "", 10.0, 20.0, "", "UTC", "", "#000000", "en", ("en",))


def make_ground(
    cards: list[StopCard], ways: tuple[Way, ...] = (), closed: frozenset[str] = frozenset()
) -> SiteGround:
    return SiteGround(SITE, cards, ways=ways, closed_stops=closed)


def make_moment(minutes: int | None, here: str = "", gone_min: float = 0.0) -> Moment:
    return Moment("site", "en", here=here, wishes=Wishes(minutes=minutes), gone_min=gone_min, now=NOON)


def list_stops(plan: Plan) -> list[str]:
    return [stop.stop_id for stop in plan.stops]


def test_a_tour_fits_and_says_what_it_leaves_out() -> None:
    ground = make_ground([make_card(f"s{n}", n, north_m=60.0 * n) for n in range(12)])
    plan = make_plan(ground, make_moment(20))
    assert plan.stops and plan.minutes[0] < plan.minutes[1] < plan.minutes[2] <= 20
    assert set(list_stops(plan)) | {stop for stop, _ in plan.left_out} == {card.id for card in ground.cards}
    assert {why for _, why in plan.left_out} == {LeftOut.TIME}


def test_no_time_and_no_stop_give_an_empty_tour() -> None:
    assert make_plan(make_ground([]), make_moment(60)).stops == ()
    assert make_plan(make_ground([make_card("a")]), make_moment(60, gone_min=60)).stops == ()


def test_what_is_closed_is_not_planned() -> None:
    ground = make_ground([make_card("a"), make_card("b")], closed=frozenset({"a", "b"}))
    plan = make_plan(ground, make_moment(60))
    assert plan.stops == () and dict(plan.left_out) == {"a": LeftOut.CLOSED, "b": LeftOut.CLOSED}


TOLD = ((Depth.GLANCE, 20), (Depth.STORY, 240), (Depth.DEEP, 600))


def make_told(stop_id: str, order: int, north_m: float, **words: Any) -> StopCard:
    return replace(make_card(stop_id, order, north_m=north_m), tell_s=TOLD, look_s=20, **words)


def make_row(count: int, **words: Any) -> list[StopCard]:
    return [make_told(f"s{n}", n, 40.0 * n, **words) for n in range(count)]


def test_as_long_as_they_like_holds_everything() -> None:
    ground = make_ground(make_row(8))
    assert sorted(list_stops(make_plan(ground, make_moment(None)))) == [f"s{n}" for n in range(8)]


def test_rather_in_short_than_not_at_all() -> None:
    ground = make_ground(make_row(8))
    plan = make_plan(ground, replace(make_moment(30), wishes=Wishes(minutes=30, depth=Depth.DEEP)))
    depths = [stop.depth for stop in plan.stops]
    assert Depth.GLANCE in depths and plan.minutes[2] <= 30
    five = make_plan(ground, replace(make_moment(5), wishes=Wishes(minutes=5, depth=Depth.DEEP)))
    assert five.stops and {stop.depth for stop in five.stops} == {Depth.GLANCE}


def test_what_the_visitor_put_in_goes_before_others_and_what_they_took_out_is_left() -> None:
    ground = make_ground(make_row(12))
    moment = make_moment(20)
    far = next(stop for stop, _ in make_plan(ground, moment).left_out)
    first = list_stops(make_plan(ground, moment))[0]
    plan = make_plan(ground, replace(moment, put_in=(far,), left_off=frozenset({first})))
    assert far in list_stops(plan) and first not in list_stops(plan)
    assert first not in dict(plan.left_out)


def test_a_tour_leads_where_those_who_were_here_come_to_by_way_of_others_too() -> None:
    cards = [make_card(f"s{n}", n, north_m=30.0 * n) for n in range(10)]
    ids = [card.id for card in cards]
    moves = {(ids[0], ids[7]): 40, (ids[7], ids[9]): 40, (ids[1], ids[2]): 80}
    sums = SiteSums(200, {stop: StopSums(50) for stop in ids}, moves, "2026-05-01")
    plan = make_plan(SiteGround(SITE, cards, sums=sums), make_moment(16, here=ids[0]))
    assert {ids[7], ids[9]} <= set(list_stops(plan)) and ids[2] not in list_stops(plan)


def test_that_nobody_could_come_to_a_new_stop_yet_says_nothing_against_it() -> None:
    cards = [make_card(f"s{n}", n, north_m=60.0 * n) for n in range(8)]
    cards[1] = replace(cards[1], added_on="2026-04-30")
    ids = [card.id for card in cards]
    sums = SiteSums(
        200,
        {stop: StopSums(50) for stop in ids if stop != ids[1]},
        {(ids[0], other): 20 for other in ids[2:]},
        "2026-05-01",
    )
    plan = make_plan(SiteGround(SITE, cards, sums=sums), make_moment(12, here=ids[0]))
    assert ids[1] in list_stops(plan)


def test_a_tour_that_was_planned_keeps_its_order() -> None:
    ground = make_ground(make_row(6))
    moment = replace(make_moment(40, here="s0"), planned=("s5", "s1", "s4", "s2"))
    kept = [stop for stop in list_stops(make_plan(ground, moment)) if stop in moment.planned]
    assert kept == [stop for stop in moment.planned if stop in kept] and len(kept) > 1
    late = make_plan(ground, replace(moment, gone_min=25))
    assert late.minutes[2] <= 15
    order = [stop for stop in list_stops(late) if stop in moment.planned]
    assert order == [stop for stop in moment.planned if stop in order]


def test_a_stop_that_closes_early_is_seen_before_it_does() -> None:
    cards = [*make_row(5), make_told("gate", 9, 200.0, opening_hours="Mo-Su 09:00-12:12")]
    plan = make_plan(make_ground(cards), make_moment(60))
    gate = next(stop for stop in plan.stops if stop.stop_id == "gate")
    assert gate.arrive_min + gate.stay_min <= 12


def test_a_stop_that_opens_later_is_seen_after_it_has() -> None:
    cards = [*make_row(6), make_told("gate", 9, 0.0, opening_hours="Mo-Su 12:15-18:00")]
    plan = make_plan(make_ground(cards), make_moment(60))
    gate = next(stop for stop in plan.stops if stop.stop_id == "gate")
    assert gate.arrive_min >= 15


def test_nobody_is_sent_past_the_end_of_the_sites_day() -> None:
    site = replace(SITE, opening_hours="Mo-Su 09:00-12:20")
    plan = make_plan(SiteGround(site, make_row(9)), make_moment(90))
    assert plan.stops and plan.minutes[2] <= 20
    unknown = make_plan(SiteGround(site, make_row(9)), replace(make_moment(90), now=None))
    assert unknown.minutes[2] > 20, "a clock that cannot be believed closes nothing"
    shut = SiteGround(replace(site, opening_hours="Mo-Su 14:00-18:00"), make_row(2))
    assert len(make_plan(shut, make_moment(60)).stops) == 2, "whoever is there all the same has a tour"


def test_only_stairs_and_no_way_at_all_are_told_apart() -> None:
    cards = [make_card(name) for name in "abcd"]
    ways = (
        make_way("ab", "a", "b"),
        make_way("bc", "b", "c", kind=WayKind.STAIRS),
        make_way("cd", "c", "d", closed=True),
    )
    moment = replace(make_moment(60, here="a"), wishes=Wishes(minutes=60, step_free=True))
    plan = make_plan(make_ground(cards, ways), moment)
    assert list_stops(plan) == ["b"]
    assert dict(plan.left_out) == {"c": LeftOut.STAIRS, "d": LeftOut.UNREACHABLE}


def test_what_is_told_in_another_language_is_left_out_unless_all_is() -> None:
    cards = make_row(2)
    mixed = make_ground([cards[0], replace(cards[1], in_language=False)])
    assert dict(make_plan(mixed, make_moment(60)).left_out) == {"s1": LeftOut.LANGUAGE}
    foreign = make_ground([replace(card, in_language=False) for card in cards])
    assert len(make_plan(foreign, make_moment(60)).stops) == 2


def test_without_places_the_order_is_the_curators_and_no_metres_are_told() -> None:
    ground = make_ground([make_card(f"s{n}", order=n) for n in (3, 1, 2, 0)])
    plan = make_plan(ground, make_moment(60))
    assert list_stops(plan) == ["s0", "s1", "s2", "s3"] and plan.walk_m is None


def test_from_a_stop_that_is_gone_the_tour_goes_on_from_the_one_before() -> None:
    ground = make_ground(make_row(4))
    moment = replace(make_moment(60, here="gone"), seen=("s2", "gone"))
    assert sorted(list_stops(make_plan(ground, moment))) == ["s0", "s1", "s3"]
    nobody_knows = replace(moment, seen=("gone",))
    assert len(make_plan(ground, nobody_knows).stops) == 4


def test_how_long_a_ready_made_tour_takes_is_told_whatever_time_there_is() -> None:
    ground = make_ground(make_row(5, in_language=False), closed=frozenset({"s1"}))
    plan = reckon(ground, make_moment(5), ("s4", "s1", "nowhere", "s0", "s4"))
    assert list_stops(plan) == ["s4", "s0"] and plan.minutes[1] > 5
    assert plan.left_out == (("s1", LeftOut.CLOSED),)


def test_the_same_question_has_the_same_answer() -> None:
    ground = make_ground(make_row(12))
    assert make_plan(ground, make_moment(30)) == make_plan(ground, make_moment(30))


def test_what_a_span_holds_grows_with_it_and_says_whether_it_was_measured() -> None:
    short, long = expect(make_ground(make_row(12)), make_moment(None), (20, 60))
    assert short.stops[0] <= len(short.plan.stops) <= short.stops[1] <= long.stops[1] and not short.measured
    sums = SiteSums(100, {f"s{n}": StopSums(50, (60, 120, 200)) for n in range(12)})
    (known,) = expect(SiteGround(SITE, make_row(12), sums=sums), make_moment(None), (20,))
    assert known.measured and known.stops[0] < known.stops[1]
    (nothing,) = expect(make_ground([]), make_moment(None), (20,))
    assert nothing.stops == (0, 0) and not nothing.measured
