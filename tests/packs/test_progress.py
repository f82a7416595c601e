"""How long an install will still take is foretold from how quick it was of late."""

from __future__ import annotations

import pytest

from kiosk.packs.progress import PACE_WINDOW_S, Pace


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_nothing_is_foretold_from_nothing(clock: Clock) -> None:
    pace = Pace(clock)
    assert pace.remaining_s(0, 100) is None
    clock.now_s += 0.1
    assert pace.remaining_s(50, 100) is None


def test_a_steady_stick(clock: Clock) -> None:
    pace = Pace(clock)
    for second in range(1, 6):
        clock.now_s += 1
        assert pace.remaining_s(second * 10, 100) == pytest.approx(10 - second)


def test_a_stick_that_becomes_slow_is_told_within_the_window(clock: Clock) -> None:
    pace = Pace(clock)
    clock.now_s += 1
    pace.remaining_s(100, 1000)
    for second in range(1, 30):
        clock.now_s += 1
        left_s = pace.remaining_s(100 + second, 1000)
    assert left_s == pytest.approx(1000 - 129, rel=0.02)
    assert PACE_WINDOW_S < 10


def test_a_stick_that_stands_still(clock: Clock) -> None:
    pace = Pace(clock)
    clock.now_s += 20
    assert pace.remaining_s(0, 100) is None


def test_the_end_is_no_time_away(clock: Clock) -> None:
    pace = Pace(clock)
    clock.now_s += 3
    assert pace.remaining_s(100, 100) == 0
