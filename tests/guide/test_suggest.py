"""What is offered next, and the reason that is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from kiosk.guide.suggest import Reason, suggest
from kiosk.guide.taste import Taste
from kiosk.guide.wishes import Wishes
from kiosk.model.content import StopCard, Way, WayKind
from kiosk.model.site_sums import SiteSums, StopSums
from tests.guide.grounds import card, ground, moment, names

GATE = card("gate", 1, 28.5240, 77.1850)
MINAR = card("minar", 2, 28.5245, 77.1852)
PILLAR = card("pillar", 3, 28.5247, 77.1851)
FAR = card("far", 4, 28.5300, 77.1900)
ALL = ground(GATE, MINAR, PILLAR, FAR)


def row(count: int, **words: Any) -> list[StopCard]:
    """Stops in one line, 50 m from each to the next; no order but that."""
    return [card(f"s{at}", 0, 28.5 + at * 0.00045, 77.2, **words) for at in range(count)]


def sums(visits: dict[str, int], moves: dict[tuple[str, str], int] | None = None) -> SiteSums:
    return SiteSums(
        visits=max(visits.values()),
        stops={f"site/{name}": StopSums(count) for name, count in visits.items()},
        moves={(f"site/{one}", f"site/{other}"): count for (one, other), count in (moves or {}).items()},
        until="2026-11-01",
    )


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


names_of_six = st.lists(st.sampled_from([f"s{at}" for at in range(6)]), max_size=3, unique=True)


@given(
    here=st.sampled_from(["", "s0", "s5", "gone"]),
    planned=names_of_six,
    stayed=names_of_six,
    more=names_of_six,
    less=names_of_six,
    added=st.sets(st.sampled_from(range(6))),
    visits=st.lists(st.integers(0, 500), min_size=6, max_size=6),
    tags=st.lists(st.sampled_from(["a", "b", ""]), min_size=6, max_size=6),
    count=st.integers(0, 7),
    seed=st.integers(0, 3),
)
def test_whatever_is_known_of_visitor_and_site_each_stop_is_offered_once(
    here: str,
    planned: list[str],
    stayed: list[str],
    more: list[str],
    less: list[str],
    added: set[int],
    visits: list[int],
    tags: list[str],
    count: int,
    seed: int,
) -> None:
    stops = [
        replace(one, tags=(tags[at],) * bool(tags[at]), added_on="2026-10-30" if at in added else "")
        for at, one in enumerate(row(6))
    ]
    site = ground(*stops, sums=sums({f"s{at}": found for at, found in enumerate(visits)}))
    taste = Taste(
        more=tuple(f"site/{name}" for name in more),
        less=tuple(f"site/{name}" for name in less),
        stayed=tuple((f"site/{name}", 1.0) for name in stayed),
    )
    asked = moment(here, taste=taste, planned=tuple(f"site/{name}" for name in planned))
    offered = suggest(site, asked, count, seed)
    left = {one.title for one in stops} - {here}
    assert len(names(offered)) == len(set(names(offered))) == min(count, len(left))
    assert set(names(offered)) <= left
    if planned and planned[0] in left and count:
        assert offered[0].stop.title == planned[0]


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


def test_what_is_closed_is_not_offered() -> None:
    shut = replace(MINAR, closed=True)
    assert names(suggest(ground(GATE, shut, PILLAR), moment("gate"))) == ["pillar"]
    by_staff = ground(GATE, MINAR, PILLAR, closed_stops={PILLAR.id})
    assert names(suggest(by_staff, moment("gate"))) == ["minar"]
    assert suggest(ground(replace(GATE, closed=True)), moment()) == ()


def test_a_stops_own_hours_count_where_the_time_is_believed() -> None:
    dusk = replace(MINAR, opening_hours="Mo-Su 18:00-22:00")
    site = ground(GATE, dusk, PILLAR)
    noon = datetime(2026, 11, 21, 12, tzinfo=ZoneInfo("Asia/Kolkata"))
    assert names(suggest(site, moment("gate", now=noon))) == ["pillar"]
    assert "minar" in names(suggest(site, moment("gate", now=noon.replace(hour=19))))
    assert "minar" in names(suggest(site, moment("gate", now=None)))


def test_a_closed_bridge_leaves_the_site_in_pieces() -> None:
    ways = [
        Way("path", "site/s0", "site/s1", 50, WayKind.WALK, False, ""),
        Way("bridge", "site/s1", "site/s2", 50, WayKind.WALK, False, "Bridge"),
        Way("steps", "site/s0", "site/s3", 20, WayKind.STAIRS, False, ""),
    ]
    site = ground(*row(4), ways=ways, closed_ways={"bridge"})
    assert set(names(suggest(site, moment("s0")))) == {"s1", "s3"}
    assert names(suggest(site, moment("s0", wishes=Wishes(step_free=True)))) == ["s1"]


def test_whoever_has_little_time_is_not_sent_far() -> None:
    near_only = moment("s0", wishes=Wishes(minutes=30), gone_min=27)
    assert names(suggest(ground(*row(8)), near_only)) == ["s1"]
    assert suggest(ground(*row(8)), moment("s0", wishes=Wishes(minutes=30), gone_min=45)) == ()


def test_what_is_told_in_the_visitors_language_is_offered_before_the_rest() -> None:
    foreign = [replace(one, in_language=False) for one in row(4)]
    assert names(suggest(ground(*row(3), foreign[3]), moment("s1"))) == ["s0", "s2"]
    assert len(suggest(ground(*foreign), moment("s1"))) == 3


def test_what_was_seen_before_or_taken_out_of_the_tour_is_offered_last() -> None:
    site = ground(*row(4))
    before = moment("s0", seen_before=frozenset({"site/s1"}), left_off=frozenset({"site/s2"}))
    assert names(suggest(site, before)) == ["s3"]
    again = moment("s0", seen_before=frozenset({"site/s1", "site/s2", "site/s3"}))
    assert len(suggest(site, again)) == 3


def test_the_next_stop_of_the_tour_comes_first() -> None:
    first = suggest(ground(*row(6)), moment("s0", planned=("site/s4", "site/s5")))[0]
    assert (first.stop.title, first.reason) == ("s4", Reason.NEXT_OF_TOUR)


def test_what_draws_the_visitor_comes_nearer_and_says_so() -> None:
    stops = [*row(4), *(replace(one, tags=("water",)) for one in row(6)[4:])]
    draws = moment("s0", wishes=Wishes(interests=frozenset({"water"})))
    plain, drawn = suggest(ground(*stops), moment("s0")), suggest(ground(*stops), draws)
    assert names(plain) == ["s1", "s2", "s3"]
    assert ("s4", Reason.YOUR_INTEREST, "water") in [
        (one.stop.title, one.reason, one.because) for one in drawn
    ]


def test_more_and_less_like_this_act_at_once() -> None:
    stops = [replace(one, tags=("tomb" if at % 2 else "tower",)) for at, one in enumerate(row(8))]
    site = ground(*stops)
    more = suggest(site, moment("s1", taste=Taste(more=("site/s1",))))
    assert names(more) == ["s3", "s5", "s7"]
    assert {(one.reason, one.because) for one in more} == {(Reason.MORE_LIKE, "site/s1")}
    less = suggest(site, moment("s1", taste=Taste(less=("site/s1",))))
    assert set(names(less)) == {"s0", "s2", "s4"}


def test_one_is_like_the_stop_that_was_stayed_with() -> None:
    stops = [replace(one, tags=("coin",) if at in (0, 3) else ("wall",)) for at, one in enumerate(row(6))]
    stayed = moment("s1", "s0", taste=Taste(stayed=(("site/s0", 1.2), ("site/s1", -0.4))))
    because = [one for one in suggest(ground(*stops), stayed) if one.reason is Reason.BECAUSE_STAYED]
    assert [(one.stop.title, one.because) for one in because] == [("s3", "site/s0")]
    left = replace(stayed, taste=replace(stayed.taste, less=("site/s0",)))
    assert Reason.BECAUSE_STAYED not in {one.reason for one in suggest(ground(*stops), left)}


def test_texts_tell_likeness_where_there_are_no_tags() -> None:
    texts = {"site/s0": "A bronze lamp with peacocks", "site/s3": "Two bronze peacocks", "site/s2": "A wall"}
    stayed = moment("s1", "s0", taste=Taste(stayed=(("site/s0", 1.2),)))
    offered = suggest(ground(*row(5), texts=texts), stayed)
    assert ("s3", Reason.BECAUSE_STAYED) in [(one.stop.title, one.reason) for one in offered]


def test_where_many_go_next_is_said_so() -> None:
    known = sums({f"s{at}": 100 for at in range(6)}, {("s0", "s4"): 60, ("s0", "s1"): 5, ("s0", "s2"): 5})
    first = suggest(ground(*row(6), sums=known), moment("s0"))[0]
    assert (first.stop.title, first.reason) == ("s4", Reason.OFTEN_NEXT)


def test_a_new_stop_has_one_place_in_five() -> None:
    stops = row(12)
    stops[9] = replace(stops[9], added_on="2026-10-20")
    site = ground(*stops, sums=sums({f"s{at}": 500 - at for at in range(9)}))
    five = suggest(site, moment("s0"), 5)
    assert [one.reason for one in five if one.stop.title == "s9"] == [Reason.NEW]
    shown = sum("s9" in names(suggest(site, moment("s0"), 3, seed)) for seed in range(200))
    assert 90 < shown < 150, "three in five lists of three"


def test_a_stop_is_new_until_it_had_its_share_of_visits() -> None:
    old = replace(row(12)[9], added_on="2026-01-20")
    site = ground(*row(9), old, sums=sums({f"s{at}": 500 - at for at in range(9)}))
    assert Reason.NEW not in {one.reason for one in suggest(site, moment("s0"), 5)}


def test_less_visited_stops_get_their_turn() -> None:
    """Whoever stands among the great ones is told of a small one near by."""
    counts = {f"s{at}": 1000 if at < 6 else 20 for at in range(12)}
    site = ground(*row(12), sums=sums(counts))
    lists = [suggest(site, moment(f"s{at}"), 5) for at in range(6)]
    little = [one for offered in lists for one in offered if one.stop.id in site.popularity.less_visited]
    assert len(little) >= 0.15 * sum(len(offered) for offered in lists)
    assert Reason.LESS_VISITED in {one.reason for one in little}


def test_not_all_are_of_one_kind() -> None:
    stops = [replace(one, tags=("saint",) if at != 4 else ("door",)) for at, one in enumerate(row(6))]
    assert "s4" in names(suggest(ground(*stops), moment("s3"), 3))


def test_a_stop_that_is_no_longer_in_the_pack_stops_nobody() -> None:
    gone = moment(
        "gone", "s1", taste=Taste(more=("site/gone",), stayed=(("site/gone", 2.0),)), planned=("site/gone",)
    )
    assert len(suggest(ground(*row(5)), gone)) == 3


def test_a_site_of_one_stop_or_none_is_a_site() -> None:
    assert names(suggest(ground(GATE), moment())) == ["gate"]
    assert suggest(ground(GATE), moment("gate")) == () and suggest(ground(), moment()) == ()


def test_the_same_moment_gets_the_same_answer() -> None:
    known = sums({f"s{at}": 10 + at for at in range(9)}, {("s0", "s4"): 60})
    asked = moment("s0", "s1", wishes=Wishes(minutes=60))
    assert suggest(ground(*row(9), sums=known), asked, 3, 7) == suggest(
        ground(*row(9), sums=known), asked, 3, 7
    )
