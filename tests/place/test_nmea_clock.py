from __future__ import annotations

from collections.abc import Iterable

from kiosk.place.events import Fix, Silent
from kiosk.place.nmea_clock import LONGEST_GAP_MS, play
from kiosk.place.nmea_fixes import Moment


def moments(seconds: Iterable[float], *, blind: Iterable[float] = ()) -> list[Moment]:
    return [
        Moment(round(second * 1000) % 86_400_000, None if second in blind else 1.0, 2.0, 5.0, None, None)
        for second in seconds
    ]


def told(made: list[Moment]) -> list[tuple[int, str]]:
    return [(at_ms, type(event).__name__) for at_ms, event in play(made) if event is not None]


def test_time_goes_as_it_went() -> None:
    events = list(play(moments([100, 101, 103])))
    assert [(at_ms, event is not None) for at_ms, event in events] == [
        (0, True),
        (1_000, True),
        (2_000, False),
        (3_000, True),
    ]
    assert isinstance(events[0][1], Fix)


def test_midnight_is_passed() -> None:
    assert [at_ms for at_ms, _ in play(moments([86_399, 86_400, 86_401]))] == [0, 1_000, 2_000]


def test_a_jump_back_counts_nothing_and_one_forward_a_minute() -> None:
    events = told(moments([100, 101, 50, 51, 5_000]))
    assert [at for at, name in events if name == "Fix"] == [0, 1_000, 1_000, 2_000, 2_000 + LONGEST_GAP_MS]


def test_silence_is_told_once_and_when_it_begins() -> None:
    assert told(moments([0, 25, 26])) == [(0, "Fix"), (10_000, "Silent"), (25_000, "Fix"), (26_000, "Fix")]


def test_a_receiver_that_talks_without_a_place_is_silent_too() -> None:
    events = told(moments(range(30), blind=range(1, 29)))
    assert events == [(0, "Fix"), (10_000, "Silent"), (29_000, "Fix")]
    assert Silent() == Silent()
