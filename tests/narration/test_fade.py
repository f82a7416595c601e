"""A sound that dies away, on a virtual clock."""

from __future__ import annotations

from kiosk.narration.fade import Fade
from tests.fakes.fake_ticker import FakeTicker, VirtualClock


class Faded:
    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.shares: list[float] = []
        self.ends = 0
        self.fade = Fade(FakeTicker(self.clock), self.shares.append, self.end)

    def end(self) -> None:
        self.ends += 1


def test_it_falls_steadily_and_ends_once() -> None:
    faded = Faded()
    faded.fade.begin(200)
    faded.clock.advance(190)
    assert faded.fade.is_under_way
    assert faded.shares == sorted(faded.shares, reverse=True)
    assert 0 < faded.shares[-1] < 0.1
    faded.clock.advance(500)
    assert (faded.ends, faded.fade.is_under_way) == (1, False)


def test_what_cuts_it_short_is_not_told_of_its_end() -> None:
    faded = Faded()
    faded.fade.begin(200)
    faded.clock.advance(100)
    faded.fade.cancel()
    faded.clock.advance(500)
    assert (faded.ends, faded.fade.is_under_way) == (0, False)
