from __future__ import annotations

from kiosk.scanning.trying import Effort

FRAME_MS = 66


class Hand:
    def __init__(self) -> None:
        self.effort = Effort(6000)
        self.now_ms = 1000
        self.said_at_ms: list[int] = []

    def acts(self, is_aimed: bool, seconds: float) -> Hand:
        for _ in range(round(seconds * 1000 / FRAME_MS)):
            self.now_ms += FRAME_MS
            if self.effort.see(is_aimed, self.now_ms):
                self.said_at_ms.append(self.now_ms)
        return self


def test_after_six_seconds_of_aiming_it_is_said_once() -> None:
    hand = Hand().acts(True, 20)
    assert len(hand.said_at_ms) == 1
    assert 6000 <= hand.said_at_ms[0] - 1000 < 6300


def test_walking_from_label_to_label_is_no_trying() -> None:
    hand = Hand()
    for _ in range(10):
        hand.acts(True, 2).acts(False, 4)
    assert hand.said_at_ms == []


def test_a_hand_that_slips_now_and_then_is_still_trying() -> None:
    hand = Hand()
    for _ in range(5):
        hand.acts(True, 1.5).acts(False, 0.5)
    assert len(hand.said_at_ms) == 1


def test_what_was_tried_before_something_was_read_does_not_count() -> None:
    hand = Hand().acts(True, 5)
    hand.effort.reset()
    assert hand.acts(True, 5).said_at_ms == []
    assert hand.acts(True, 2).said_at_ms != []


def test_a_pause_of_minutes_is_not_counted_as_trying() -> None:
    hand = Hand().acts(True, 1)
    hand.now_ms += 300_000
    assert hand.acts(True, 1).said_at_ms == []
