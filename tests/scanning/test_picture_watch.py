from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from itertools import count

import numpy as np
import pytest

from kiosk.scanning.frame import Frame
from kiosk.scanning.motion import MotionWatch
from kiosk.scanning.picture_watch import PictureWatch, WatchRules
from kiosk.scanning.source_thread import read_clock_ms
from tests.fakes.fake_recogniser import PATIENCE_S, FakeRecogniser

RULES = WatchRules(least_rest_ms=1, rest_ratio=0.0, codeless_ms=200)


class Gallery:
    """A visitor before things of different brightness; time goes on 66 ms with each frame."""

    def __init__(self, *answers: tuple[str, ...]) -> None:
        self.recogniser = FakeRecogniser(*answers)
        self.watch = PictureWatch(self.recogniser, read_clock_ms, RULES)
        self.motion = MotionWatch()
        self.told: list[list[str]] = []
        self._times = count(1000, 66)

    def sees(self, level: int, frames: int = 1, *, has_codes: bool = False) -> Gallery:
        for _ in range(frames):
            frame = Frame(np.full((90, 160), level, np.uint8), next(self._times), 0)
            stir = self.motion.see(frame.luminance, frame.at_ms)
            pictured = self.watch.see(frame, stir, has_codes)
            if pictured is not None:
                self.told.append([match.stop_id for match in pictured.matches])
        return self

    def sees_until(self, level: int, is_met: Callable[[], bool]) -> Gallery:
        deadline = time.monotonic() + PATIENCE_S
        while not is_met():
            assert time.monotonic() < deadline, self.told
            self.sees(level)
            time.sleep(0.002)
        return self

    def looks_at(self, level: int) -> Gallery:
        """Hold the camera at something for as long as anything comes of it."""
        asked = -1
        self.sees(level, 2)
        while asked != self.recogniser.asked:
            asked = self.recogniser.asked
            for _ in range(5):
                self.sees(level)
                time.sleep(0.004)
        return self


@pytest.fixture
def open_gallery() -> Iterator[Callable[..., Gallery]]:
    made: list[Gallery] = []

    def make(*answers: tuple[str, ...]) -> Gallery:
        made.append(Gallery(*answers))
        return made[-1]

    yield make
    for gallery in made:
        gallery.recogniser.gate.set()
        gallery.watch.stop()


Make = Callable[..., Gallery]


def test_a_thing_is_told_when_two_looks_agree_and_only_once(open_gallery: Make) -> None:
    gallery = open_gallery(("minar",)).looks_at(90)
    assert (gallery.told, gallery.recogniser.asked) == ([["minar"]], 2)
    assert gallery.looks_at(90).recogniser.asked == 2
    assert gallery.recogniser.threads == {"recognising"}


def test_one_look_alone_is_believed_by_nobody(open_gallery: Make) -> None:
    gallery = open_gallery(("minar",), (), ()).looks_at(90)
    assert gallery.told == []
    assert gallery.recogniser.asked == RULES.tries


def test_looks_that_contradict_each_other_tell_nothing(open_gallery: Make) -> None:
    assert open_gallery(("minar",), ("pillar",), ("minar",)).looks_at(90).told == []


def test_a_second_look_may_agree_after_one_that_saw_nothing(open_gallery: Make) -> None:
    assert open_gallery(("minar",), (), ("minar",)).looks_at(90).told == [["minar"]]


def test_whoever_is_unsure_once_asks(open_gallery: Make) -> None:
    gallery = open_gallery(("minar", "pillar"), ("minar",)).looks_at(90)
    assert gallery.told == [["minar", "pillar"]]


def test_a_view_in_which_nothing_is_known_is_looked_at_once(open_gallery: Make) -> None:
    gallery = open_gallery(()).looks_at(90)
    assert gallery.recogniser.asked == 1
    assert gallery.looks_at(150).recogniser.asked == 2


def test_what_was_told_is_told_again_only_after_something_else_was_seen(open_gallery: Make) -> None:
    gallery = open_gallery(("minar",), ("minar",), ("minar",), (), ("minar",), ("minar",))
    gallery.looks_at(90).looks_at(150)
    assert gallery.told == [["minar"]]
    gallery.looks_at(30).looks_at(90)
    assert gallery.told == [["minar"], ["minar"]]


def test_the_next_visitor_is_told_it_anew(open_gallery: Make) -> None:
    gallery = open_gallery(("minar",)).looks_at(90)
    gallery.watch.forget()
    assert gallery.looks_at(90).told == [["minar"], ["minar"]]


def test_nothing_is_looked_for_while_a_code_is_in_view_nor_just_after(open_gallery: Make) -> None:
    gallery = open_gallery(("minar",)).sees(90, 20, has_codes=True).sees(90, 3)
    assert gallery.recogniser.asked == 0
    assert gallery.looks_at(90).told == [["minar"]]


def test_a_moving_view_is_not_looked_at(open_gallery: Make) -> None:
    gallery = open_gallery(("minar",))
    for level in (20, 60, 100, 140, 180, 220) * 3:
        gallery.sees(level)
    assert gallery.recogniser.asked == 0


def test_a_code_takes_the_word_from_a_look_under_way(open_gallery: Make) -> None:
    gallery = open_gallery(("minar",))
    gallery.recogniser.gate.clear()
    gallery.sees_until(90, gallery.recogniser.is_busy.is_set)
    gallery.sees(90, has_codes=True)
    gallery.recogniser.gate.set()
    gallery.sees(90, 3)
    time.sleep(0.05)
    assert gallery.sees(90, 1).told == []


def test_frames_go_on_while_a_look_takes_long(open_gallery: Make) -> None:
    gallery = open_gallery(("minar",))
    gallery.recogniser.gate.clear()
    gallery.sees_until(90, gallery.recogniser.is_busy.is_set)
    begun_s = time.monotonic()
    gallery.sees(90, 100)
    assert time.monotonic() - begun_s < PATIENCE_S / 4
    assert gallery.recogniser.asked == 1


def test_no_thread_before_the_first_look_and_none_after_the_end(open_gallery: Make) -> None:
    def threads() -> list[str]:
        return [thread.name for thread in threading.enumerate() if thread.name == "recognising"]

    gallery = open_gallery(("minar",)).sees(90, 5, has_codes=True)
    assert threads() == []
    gallery.looks_at(90)
    assert threads() == ["recognising"]
    gallery.watch.stop()
    assert threads() == []
    assert gallery.looks_at(90).told == [["minar"], ["minar"]]
