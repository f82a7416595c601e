from __future__ import annotations

from dataclasses import replace
from math import log

import pytest

from kiosk.guide.relative_interest import find_relative_interest
from kiosk.model.content import Depth, StopCard
from kiosk.model.site_sums import NO_SUMS, SiteSums, StopSums


def card(name: str, story_s: int = 0, look_s: int = 0) -> StopCard:
    told = ((Depth.STORY, story_s),) if story_s else ()
    plain = StopCard(name, "qutb", "1", name, "", 1, "", None, None, None, None, (), "")
    return replace(plain, tell_s=told, look_s=look_s)


SUMS = SiteSums(visits=100, stops={name: StopSums(80, (30, 60, 120)) for name in "abcd"})
CARDS = {name: card(name) for name in "abcd"}


def test_whoever_stays_as_others_do_shows_no_interest() -> None:
    found = find_relative_interest(CARDS.get, SUMS, [("a", 60), ("b", 60)])
    assert found == (("a", 0.0), ("b", 0.0))


def test_one_long_stay_is_interest_and_hardly_pace() -> None:
    ((_stop, interest),) = find_relative_interest(CARDS.get, SUMS, [("a", 120)])
    assert interest == pytest.approx(log(2) * 4 / 5)


def test_whoever_stays_long_everywhere_goes_slowly() -> None:
    slow = [(name, 120) for name in "abcd"]
    assert [interest for _stop, interest in find_relative_interest(CARDS.get, SUMS, slow)] == [
        pytest.approx(log(2) / 2)
    ] * 4
    longest = dict(find_relative_interest(CARDS.get, SUMS, [*slow[:3], ("d", 480)]))
    assert longest["d"] > 2 * max(longest[name] for name in "abc")


def test_a_glance_tells_nothing_and_counts_for_no_pace() -> None:
    with_glance = find_relative_interest(CARDS.get, SUMS, [("a", 120), ("b", 2.999)])
    assert with_glance == find_relative_interest(CARDS.get, SUMS, [("a", 120)])


def test_on_the_first_day_the_story_and_a_look_are_usual() -> None:
    cards = {"a": card("a", story_s=50, look_s=10), "b": card("b")}
    found = find_relative_interest(cards.get, NO_SUMS, [("a", 120), ("b", 900), ("gone", 900)])
    assert [stop for stop, _interest in found] == ["a"]
    assert found[0][1] == pytest.approx(log(2) * 4 / 5)


def test_few_counted_visits_leave_the_story_s_length() -> None:
    sums = SiteSums(visits=6, stops={"a": StopSums(6)})
    ((_stop, interest),) = find_relative_interest({"a": card("a", story_s=60)}.get, sums, [("a", 60)])
    assert interest == 0.0


def test_nothing_stayed_at_is_nothing() -> None:
    assert find_relative_interest(CARDS.get, SUMS, []) == ()


def test_two_stays_at_one_stop_are_one() -> None:
    twice = find_relative_interest(CARDS.get, SUMS, [("a", 60), ("b", 60), ("a", 60)])
    assert twice == find_relative_interest(CARDS.get, SUMS, [("a", 120), ("b", 60)])
