"""What a player tells of its position is believed unless time says otherwise."""

from __future__ import annotations

import pytest

from kiosk.narration.media_clock import MediaClock


class Seconds:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def clock(seconds: Seconds) -> MediaClock:
    made = MediaClock(seconds)
    made.count_from(0)
    return made


def test_it_counts_on_between_two_tellings_but_no_further_than_it_may(
    clock: MediaClock, seconds: Seconds
) -> None:
    clock.take(1_000, 60_000, 1.0)
    seconds.now += 0.06
    assert clock.find_position_ms(1.0, 150, 0) == 1_060
    assert clock.find_position_ms(2.0, 150, 0) == 1_120
    seconds.now += 5
    assert clock.find_position_ms(1.0, 150, 30) == 1_120


def test_what_is_not_heard_yet_never_moves_it_back_before_its_beginning(clock: MediaClock) -> None:
    clock.count_from(5_000)
    assert clock.find_position_ms(1.0, 150, 30) == 5_000


def test_a_telling_from_before_a_seek_is_not_believed(clock: MediaClock, seconds: Seconds) -> None:
    clock.seek(30_000)
    seconds.now += 0.05
    clock.take(1_100, 60_000, 1.0)
    assert clock.told_ms == 30_000
    clock.take(30_040, 60_000, 1.0)
    assert clock.told_ms == 30_040


def test_a_leap_to_the_promised_end_tells_where_the_sound_was_cut(
    clock: MediaClock, seconds: Seconds
) -> None:
    seconds.now += 2
    clock.take(2_000, 60_000, 1.0)
    seconds.now += 0.1
    clock.take(60_000, 60_000, 1.0)
    assert clock.cut_at_ms == 2_100
    clock.count_from(0)
    assert clock.cut_at_ms == 0


def test_loading_takes_no_time_of_the_sound(clock: MediaClock, seconds: Seconds) -> None:
    seconds.now += 3
    clock.begin()
    seconds.now += 0.04
    assert clock.find_position_ms(1.0, 150, 0) == 40
