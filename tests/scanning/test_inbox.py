from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import numpy as np

from kiosk.scanning.frame import Frame
from kiosk.scanning.inbox import FrameInbox
from tests.fakes.fake_camera import make_lost_error


def make_frame(seq: int) -> Frame:
    return Frame(np.zeros((9, 16), np.uint8), seq, seq)


def open_inbox() -> FrameInbox:
    inbox = FrameInbox()
    inbox.set_open(True)
    assert inbox.take(0) is None  # it was poked
    return inbox


def test_the_latest_frame_wins_and_the_others_are_counted() -> None:
    inbox = open_inbox()
    for seq in range(5):
        inbox.put(make_frame(seq))
    taken = inbox.take(0)
    assert isinstance(taken, Frame) and taken.seq == 4
    assert inbox.seen_and_dropped == (5, 4)


def test_a_frame_is_taken_once_and_stays_for_the_preview() -> None:
    inbox = open_inbox()
    inbox.put(make_frame(3))
    inbox.take(0)
    assert inbox.take(0) is None
    assert inbox.latest is not None and inbox.latest.seq == 3


def test_nobodys_picture_stays_when_the_camera_is_off() -> None:
    inbox = open_inbox()
    inbox.put(make_frame(3))
    inbox.clear()
    assert inbox.latest is None and inbox.take(0) is None


def test_a_closed_inbox_takes_nothing_in() -> None:
    inbox = open_inbox()
    inbox.put(make_frame(1))
    inbox.set_open(False)
    inbox.put(make_frame(2))
    inbox.take(0)
    assert inbox.take(0) is None
    assert inbox.seen_and_dropped == (1, 0)


def test_loss_is_told_before_a_frame_that_came_earlier() -> None:
    inbox = open_inbox()
    inbox.put(make_frame(1))
    inbox.put_lost(make_lost_error())
    assert inbox.take(0) is not None and not isinstance(inbox.take(0), Frame)


def test_whoever_waits_is_woken_by_a_frame_and_by_a_change() -> None:
    inbox = open_inbox()
    acts: list[Callable[[], None]] = [partial(inbox.put, make_frame(1)), partial(inbox.set_open, False)]
    for act in acts:
        waiter = threading.Thread(target=inbox.take, args=(None,))
        waiter.start()
        act()
        waiter.join(10)
        assert not waiter.is_alive()


def test_rest_ends_early_when_the_source_is_lost() -> None:
    inbox = open_inbox()
    inbox.put_lost(make_lost_error())
    assert not inbox.rest(60_000)
