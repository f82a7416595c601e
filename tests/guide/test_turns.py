"""How the little known get their turn, and what visits tell of a stop."""

from __future__ import annotations

from math import exp

import pytest

from kiosk.guide.popularity import Popularity
from kiosk.guide.site_ground import SiteGround
from kiosk.model.site_sums import SiteSums, StopSums
from tests.guide.grounds import card, ground

LINE = [card(f"s{at}", 0, 28.5 + at * 0.00045, 77.2) for at in range(12)]


def visited(*counts: int, **moves: int) -> SiteSums:
    """So many visits of each stop; ``s0_s1=5``: five went from the first to the second."""
    return SiteSums(
        visits=max(counts),
        stops={f"site/s{at}": StopSums(count) for at, count in enumerate(counts)},
        moves={(f"site/{key[:2]}", f"site/{key[3:]}"): count for key, count in moves.items()},
        until="2026-11-01",
    )


def share_of_places(site: SiteGround, count: int, lift: float) -> float:
    return site.turns.find_share(count, lift)


def test_on_the_first_day_nobody_needs_a_turn() -> None:
    assert ground(*LINE).turns.lift(3) == 0
    assert ground(*LINE).popularity.less_visited == frozenset()


def test_who_has_a_fifth_anyway_gets_no_lift() -> None:
    assert ground(*LINE, sums=visited(*(51 - at for at in range(12)))).turns.lift(5) == 0


@pytest.mark.parametrize("count", [2, 3, 5, 10])
def test_the_lift_is_as_large_as_a_fifth_takes_and_no_larger(count: int) -> None:
    site = ground(*LINE, sums=visited(*[9_000] * 6, *[3] * 6))
    lift = site.turns.lift(count)
    assert share_of_places(site, count, lift) >= 0.2
    assert lift == 0 or share_of_places(site, count, lift * 0.9) < 0.2


def test_one_suggestion_alone_is_what_fits() -> None:
    assert ground(*LINE, sums=visited(*[9_000] * 6, *[3] * 6)).turns.lift(1) == 0


def test_moves_tell_both_ways_and_nothing_is_impossible() -> None:
    known = Popularity(LINE, visited(*[100] * 12, s0_s1=40, s2_s0=10))
    there, back = known.log_moves("site/s0"), known.log_moves("site/s1")
    assert there["site/s1"] > there["site/s2"] > there["site/s3"] > float("-inf")
    assert back["site/s0"] > back["site/s2"]
    assert known.is_often_next("site/s0", "site/s1") and not known.is_often_next("site/s0", "site/s3")
    assert known.ignorance("site/s0") < known.ignorance("site/s1") < known.ignorance("site/s5") == 1


def test_a_new_stop_is_as_liked_as_the_mean_until_its_visits_say_more() -> None:
    counts = visited(*[100] * 10, 400, 0)
    new = Popularity(LINE, counts, frozenset({"site/s11", "site/s10"}))
    assert new.share("site/s11") == pytest.approx(new.share("site/s0"))
    assert new.share("site/s10") > 3 * new.share("site/s0")


def test_moves_of_stops_that_are_no_longer_there_are_no_trouble() -> None:
    known = Popularity(LINE[:2], visited(*[100] * 12, s0_s9=40))
    assert set(known.log_moves("site/s0")) == {"site/s0", "site/s1"}


def test_where_one_could_have_gone_from_the_stop_before_counts_as_well_and_less() -> None:
    known = Popularity(LINE, visited(*[100] * 12, s0_s1=40, s5_s7=40))
    alone = known.log_moves("site/s0")
    after = known.log_moves("site/s0", ("site/s5",), 0.2)
    assert after["site/s1"] > after["site/s7"] > after["site/s8"]
    assert alone["site/s7"] == pytest.approx(alone["site/s8"])
    assert sum(exp(one) for one in after.values()) == pytest.approx(1)
    assert known.log_moves("site/s0", ("site/s5",), 0.0) == pytest.approx(alone)


def test_a_stop_is_reached_by_way_of_others_too() -> None:
    known = Popularity(LINE, visited(*[100] * 12, s0_s1=40, s1_s2=40, s7_s8=40))
    reach = known.find_reach("site/s0", (), 0.2, 0.7)
    assert reach["site/s1"] > reach["site/s2"] > 2 * reach["site/s8"] > 0
    assert sum(reach.values()) == pytest.approx(1)
    assert known.find_reach("site/s0", (), 0.2, 0.0)["site/s2"] < reach["site/s2"]
    assert known.find_reach("site/s0", ("site/s7",), 0.2, 0.7)["site/s8"] > reach["site/s8"]


def test_from_nowhere_as_many_come_to_a_stop_as_visit_it_and_stops_that_are_gone_are_no_trouble() -> None:
    known = Popularity(LINE[:4], visited(*[100] * 12, s0_s9=40))
    assert set(known.find_reach("site/s0", ("site/s9",), 0.2, 0.7)) == {f"site/s{at}" for at in range(4)}
    unmoved = Popularity(LINE, visited(*(51 - at for at in range(12))))
    for here in ("", "site/s3"):
        reach = unmoved.find_reach(here, (), 0.2, 0.7)
        assert all(reach[card.id] == pytest.approx(unmoved.share(card.id)) for card in LINE)
