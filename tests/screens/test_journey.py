"""The journey: where a visitor is and has been."""

from __future__ import annotations

from kiosk.screens.journey import Journey


def test_stops_are_kept_once_in_the_order_they_were_first_opened() -> None:
    journey = Journey("en", 0)
    for stop in ("gate", "tower", "gate"):
        journey.open(stop)
    assert journey.seen == ["gate", "tower"]
    assert journey.here == "gate"


def test_more_and_less_are_said_of_one_stop_and_taken_back() -> None:
    journey = Journey("en", 0)
    journey.open("a")
    journey.like("more")
    journey.open("b")
    assert journey.liking == ""
    journey.like("less")
    assert (journey.taste.more, journey.taste.less, journey.liking) == (("a",), ("b",), "less")
    journey.like("more")
    assert (journey.taste.more, journey.taste.less, journey.liking) == (("a", "b"), (), "more")
    journey.like("")
    assert (journey.taste.more, journey.taste.less, journey.liking) == (("a",), (), "")


def test_each_visit_draws_one_of_two_versions() -> None:
    assert {Journey("en", 0).version for _ in range(64)} == {"a", "b"}
