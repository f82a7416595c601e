"""The journey: where a visitor is and has been."""

from __future__ import annotations

from kiosk.screens.journey import Journey


def test_stops_are_kept_once_in_the_order_they_were_first_opened() -> None:
    journey = Journey("en", 0)
    for at_ms, stop in enumerate(("gate", "tower", "gate")):
        journey.open(stop, at_ms)
    assert journey.seen == ["gate", "tower"]
    assert journey.here == "gate"


def test_the_longest_stay_counts_every_time_at_a_stop() -> None:
    journey = Journey("en", 0)
    journey.open("gate", 0)
    journey.open("tower", 30_000)
    journey.open("gate", 70_000)
    journey.close(90_000)
    assert journey.stayed_ms == {"gate": 50_000, "tower": 40_000}
    assert journey.find_longest() == "gate"


def test_a_visit_without_a_stop_has_no_longest_stay() -> None:
    assert Journey("en", 0).find_longest() is None


def test_a_clock_that_steps_back_takes_nothing_away() -> None:
    journey = Journey("en", 0)
    journey.open("gate", 50_000)
    journey.close(40_000)
    assert journey.stayed_ms == {"gate": 0}


def test_more_and_less_are_said_of_one_stop_and_taken_back() -> None:
    journey = Journey("en", 0)
    journey.open("a", 0)
    journey.like("more")
    journey.open("b", 10)
    assert journey.liking == ""
    journey.like("less")
    assert (journey.taste.more, journey.taste.less, journey.liking) == (("a",), ("b",), "less")
    journey.like("more")
    assert (journey.taste.more, journey.taste.less, journey.liking) == (("a", "b"), (), "more")
    journey.like("")
    assert (journey.taste.more, journey.taste.less, journey.liking) == (("a",), (), "")


def test_each_visit_draws_one_of_two_versions() -> None:
    assert {Journey("en", 0).version for _ in range(64)} == {"a", "b"}
