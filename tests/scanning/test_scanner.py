from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kiosk.model.errors import KioskError
from kiosk.scanning.abilities import CameraAbilities
from kiosk.scanning.events import (
    CameraBack,
    CameraLost,
    CameraReady,
    Pictured,
    ScannerEvent,
    Settled,
    SourceEnded,
)
from kiosk.scanning.reader import Code
from kiosk.scanning.scanner import Scanner, ScannerRules
from kiosk.scanning.source_thread import make_ended_error
from tests.fakes.fake_camera import FakeCamera
from tests.fakes.fake_recogniser import FakeRecogniser

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

PATIENCE_S = 20.0
QUICK = ScannerRules(frame_interval_ms=5, silent_ms=200, first_retry_ms=10, last_retry_ms=40)
CORNERS = ((70.0, 35.0), (90.0, 35.0), (90.0, 55.0), (70.0, 55.0))


BUSY_WITH = 7


class BrightnessReader:
    """Reads the picture's brightness as its text; black has no code. Can be told to take long."""

    def __init__(self) -> None:
        self.threads: set[str] = set()
        self.asked = 0
        self.gate = threading.Event()
        self.gate.set()
        self.is_busy = threading.Event()

    def let_go(self) -> None: ...

    def read(self, luminance: Plane, budget_ms: float | None = None) -> list[Code]:
        self.threads.add(threading.current_thread().name)
        self.asked += 1
        level = int(luminance[0, 0])
        if level == BUSY_WITH:
            self.is_busy.set()
        self.gate.wait(PATIENCE_S)
        # 128 is the blank that warms a reader up.
        return [] if level in (0, 128) else [Code(str(level), CORNERS, "fake", 0.9)]


class Desk:
    """A scanner with a fake camera, and what it has told so far."""

    def __init__(self, rules: ScannerRules = QUICK, recogniser: FakeRecogniser | None = None) -> None:
        self.camera = FakeCamera()
        self.reader = BrightnessReader()
        self.events: list[ScannerEvent] = []
        self._changed = threading.Condition()
        self.scanner = Scanner(self.camera, self.reader, self._note, rules, recogniser=recogniser)

    def give(self, level: int) -> None:
        self.camera.give(np.full((90, 160), level, np.uint8))

    def give_until(self, level: int, is_met: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not is_met():
            assert time.monotonic() < deadline, self.events
            self.give(level)
            time.sleep(0.005)

    def of(self, kind: type[ScannerEvent]) -> list[ScannerEvent]:
        return [event for event in self.events if isinstance(event, kind)]

    def texts(self) -> list[str]:
        return [event.code.text for event in self.events if isinstance(event, Settled)]

    def has_told(self, texts: list[str]) -> bool:
        return self.texts() == texts

    def wait_for(self, is_met: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(is_met, PATIENCE_S), self.events

    def _note(self, event: ScannerEvent) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.reader.gate.set()
    made.scanner.stop()


def wait_until(is_met: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not is_met():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def start(desk: Desk) -> None:
    desk.scanner.start()
    assert desk.camera.wait_until_started()


def test_a_code_settles_and_is_told_on_the_scanners_thread(desk: Desk) -> None:
    start(desk)
    desk.give_until(7, lambda: bool(desk.texts()))
    assert desk.texts() == ["7"]
    assert desk.reader.threads == {"scanning"}


def test_the_latest_frame_wins_while_the_reader_is_busy(desk: Desk) -> None:
    start(desk)
    desk.reader.gate.clear()
    desk.give(BUSY_WITH)
    assert desk.reader.is_busy.wait(PATIENCE_S)
    for level in (8, 9, 10, 11):
        desk.give(level)
    desk.reader.gate.set()
    desk.wait_for(lambda: "11" in desk.texts())
    assert not {"8", "9", "10"} & set(desk.texts())
    figures = desk.scanner.figures()
    assert figures.frames_seen == 5
    assert figures.frames_dropped >= 3


def test_the_latest_frame_is_there_for_a_preview(desk: Desk) -> None:
    assert desk.scanner.latest_frame() is None
    start(desk)
    desk.give_until(7, lambda: desk.scanner.latest_frame() is not None)
    frame = desk.scanner.latest_frame()
    assert frame is not None and frame.rgb(80).shape == (45, 80, 3)


def test_paused_nothing_is_read_and_resumed_it_goes_on(desk: Desk) -> None:
    start(desk)
    desk.give_until(7, lambda: bool(desk.texts()))
    desk.scanner.pause()
    asked = desk.reader.asked
    for _ in range(20):
        desk.give(9)
        time.sleep(0.005)
    assert desk.reader.asked <= asked + 1
    assert desk.camera.is_running
    desk.scanner.resume()
    desk.give_until(9, lambda: "9" in desk.texts())


def test_a_pause_may_give_the_camera_to_somebody_else(desk: Desk) -> None:
    start(desk)
    desk.scanner.pause(release_camera=True)
    deadline = time.monotonic() + PATIENCE_S
    while desk.camera.is_running and time.monotonic() < deadline:
        time.sleep(0.005)
    assert not desk.camera.is_running
    desk.scanner.resume()
    assert desk.camera.wait_until_started()
    desk.give_until(9, lambda: "9" in desk.texts())


def test_after_a_resume_the_code_in_view_acts_again_unless_told_otherwise(desk: Desk) -> None:
    start(desk)
    desk.give_until(7, lambda: len(desk.texts()) == 1)
    desk.scanner.pause()
    desk.scanner.resume(forget=False)
    read = desk.scanner.figures().frames_read
    desk.give_until(7, lambda: desk.scanner.figures().frames_read > read + 5)
    assert desk.texts() == ["7"]
    desk.scanner.pause()
    desk.scanner.resume()
    desk.give_until(7, lambda: len(desk.texts()) == 2)


def test_a_lost_camera_is_told_once_tried_again_and_told_to_be_back(desk: Desk) -> None:
    start(desk)
    desk.give_until(7, lambda: bool(desk.texts()))
    desk.camera.is_missing = True
    desk.camera.unplug()
    desk.wait_for(lambda: bool(desk.of(CameraLost)))
    starts = desk.camera.starts
    deadline = time.monotonic() + PATIENCE_S
    while desk.camera.starts < starts + 3 and time.monotonic() < deadline:
        time.sleep(0.005)
    desk.camera.is_missing = False
    assert desk.camera.wait_until_started()
    desk.give_until(9, lambda: "9" in desk.texts())
    assert len(desk.of(CameraLost)) == len(desk.of(CameraBack)) == 1


def test_a_camera_plugged_in_again_is_tried_at_once() -> None:
    desk = Desk(ScannerRules(frame_interval_ms=5, first_retry_ms=600_000, last_retry_ms=600_000))
    try:
        start(desk)
        desk.give_until(7, lambda: bool(desk.texts()))
        desk.camera.is_missing = True
        desk.camera.unplug()
        assert desk.camera.is_awaited.wait(PATIENCE_S)
        desk.camera.plug()
        assert desk.camera.wait_until_started(), "long before the next try was due"
        desk.give_until(9, lambda: "9" in desk.texts())
        assert len(desk.of(CameraLost)) == len(desk.of(CameraBack)) == 1
    finally:
        desk.scanner.stop()


def test_no_camera_at_all_is_told_in_words_and_the_scanner_stops_all_the_same(desk: Desk) -> None:
    desk.camera.is_missing = True
    desk.scanner.start()
    desk.wait_for(lambda: bool(desk.of(CameraLost)))
    (lost,) = desk.of(CameraLost)
    assert isinstance(lost, CameraLost) and lost.error.code == "scanning.camera-lost"


def test_a_camera_that_gives_nothing_is_lost(desk: Desk) -> None:
    start(desk)
    desk.wait_for(lambda: bool(desk.of(CameraLost)))
    (lost,) = desk.of(CameraLost)
    assert isinstance(lost, CameraLost) and lost.error.code == "scanning.camera-silent"


def test_a_camera_paused_for_long_is_switched_off_until_it_is_wanted_again() -> None:
    desk = Desk(ScannerRules(frame_interval_ms=5, rest_after_ms=60))
    try:
        start(desk)
        desk.give_until(7, lambda: bool(desk.texts()))
        desk.scanner.pause()
        deadline = time.monotonic() + PATIENCE_S
        while desk.camera.is_running and time.monotonic() < deadline:
            time.sleep(0.005)
        assert not desk.camera.is_running and desk.scanner.latest_frame() is None
        desk.scanner.resume()
        assert desk.camera.wait_until_started()
        desk.give_until(7, lambda: len(desk.texts()) == 2)
        assert desk.of(CameraLost) == []
    finally:
        desk.scanner.stop()


def test_a_paused_camera_may_be_silent() -> None:
    desk = Desk(ScannerRules(frame_interval_ms=5, silent_ms=60))
    start(desk)
    desk.scanner.pause()
    time.sleep(0.2)
    desk.scanner.stop()
    assert desk.of(CameraLost) == []


def test_the_end_of_a_video_is_told_and_not_taken_for_a_fault(desk: Desk) -> None:
    class Ending(FakeCamera):
        def start(self, on_frame: object, on_lost: Callable[[KioskError], None]) -> None:
            self.starts += 1
            on_lost(make_ended_error())

    told: SimpleQueue[ScannerEvent] = SimpleQueue()
    camera = Ending()
    scanner = Scanner(camera, desk.reader, told.put, QUICK)
    scanner.start()
    assert isinstance(told.get(timeout=PATIENCE_S), SourceEnded)
    time.sleep(0.1)
    scanner.stop()
    assert told.empty()
    assert camera.starts == 1


def test_start_and_stop_may_be_repeated(desk: Desk) -> None:
    desk.scanner.stop()
    for texts in (["1"], ["1", "2"]):
        start(desk)
        desk.scanner.start()
        desk.give_until(len(texts), partial(desk.has_told, texts))
        desk.scanner.stop()
        desk.scanner.stop()
        assert not desk.camera.is_running


def test_pausing_before_the_start_changes_nothing(desk: Desk) -> None:
    desk.scanner.pause()
    desk.scanner.resume()
    assert desk.camera.starts == 0


def test_what_a_camera_can_do_is_told_with_its_first_frame_after_each_start(desk: Desk) -> None:
    desk.camera.can = CameraAbilities(has_torch=True)
    start(desk)
    desk.give_until(7, lambda: len(desk.texts()) == 1)
    desk.scanner.pause(release_camera=True)
    wait_until(lambda: not desk.camera.is_running)
    desk.scanner.resume()
    assert desk.camera.wait_until_started()
    desk.give_until(9, lambda: len(desk.texts()) == 2)
    ready = desk.of(CameraReady)
    assert [event.abilities for event in ready if isinstance(event, CameraReady)] == [desk.camera.can] * 2
    assert isinstance(desk.events[0], CameraReady)


@pytest.mark.parametrize("ending", ["pause", "stop"])
def test_the_light_goes_out_when_nobody_looks(desk: Desk, ending: str) -> None:
    desk.camera.can = CameraAbilities(has_torch=True)
    start(desk)
    desk.scanner.set_torch(True)
    assert desk.camera.is_lit
    getattr(desk.scanner, ending)()
    assert not desk.camera.is_lit


@pytest.fixture
def gallery() -> Iterator[tuple[Desk, FakeRecogniser]]:
    recogniser = FakeRecogniser(("minar",))
    made = Desk(recogniser=recogniser)
    yield made, recogniser
    made.reader.gate.set()
    recogniser.gate.set()
    made.scanner.stop()


def test_the_thing_itself_is_told_on_the_scanners_thread(gallery: tuple[Desk, FakeRecogniser]) -> None:
    desk, recogniser = gallery
    start(desk)
    desk.give_until(0, lambda: bool(desk.of(Pictured)))
    (pictured,) = desk.of(Pictured)
    assert isinstance(pictured, Pictured) and [match.stop_id for match in pictured.matches] == ["minar"]
    assert recogniser.threads == {"recognising"} and desk.reader.threads == {"scanning"}


def test_a_thing_still_in_view_is_told_again_to_the_next_visitor(
    gallery: tuple[Desk, FakeRecogniser],
) -> None:
    desk, recogniser = gallery
    start(desk)
    desk.give_until(0, lambda: bool(desk.of(Pictured)))
    desk.scanner.pause()
    desk.scanner.resume(forget=False)
    asked = recogniser.asked
    desk.give_until(0, lambda: recogniser.asked > asked)
    assert len(desk.of(Pictured)) == 1
    desk.scanner.pause()
    desk.scanner.resume(forget=True)
    desk.give_until(0, lambda: len(desk.of(Pictured)) == 2)


def test_codes_are_read_while_a_thing_is_being_recognised(gallery: tuple[Desk, FakeRecogniser]) -> None:
    desk, recogniser = gallery
    recogniser.gate.clear()
    start(desk)
    desk.give_until(0, recogniser.is_busy.is_set)
    desk.give_until(7, lambda: desk.texts() == ["7"])
    recogniser.gate.set()
    read = desk.scanner.figures().frames_read
    desk.give_until(7, lambda: desk.scanner.figures().frames_read > read + 5)
    assert desk.of(Pictured) == []


def test_paused_nothing_is_recognised_and_nothing_told(gallery: tuple[Desk, FakeRecogniser]) -> None:
    desk, recogniser = gallery
    recogniser.gate.clear()
    start(desk)
    desk.give_until(0, recogniser.is_busy.is_set)
    desk.scanner.pause()
    recogniser.gate.set()
    time.sleep(0.1)
    for _ in range(10):
        desk.give(0)
    assert (recogniser.asked, desk.of(Pictured)) == (1, [])


def test_with_the_camera_off_no_recognising_thread_is_left(gallery: tuple[Desk, FakeRecogniser]) -> None:
    desk, _ = gallery
    start(desk)
    desk.give_until(0, lambda: bool(desk.of(Pictured)))
    desk.scanner.pause(release_camera=True)
    wait_until(lambda: "recognising" not in {thread.name for thread in threading.enumerate()})
