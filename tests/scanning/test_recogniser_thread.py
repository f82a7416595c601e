"""The recognising thread, where a look fails as none should."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from kiosk.scanning.motion import measure_grid
from kiosk.scanning.recogniser import PictureMatch
from kiosk.scanning.recogniser_thread import RecogniserThread
from kiosk.scanning.source_thread import read_clock_ms
from tests.fakes.fake_recogniser import PATIENCE_S

VIEW = np.zeros((90, 160), np.uint8)


class OutOfMemoryOnce:
    def __init__(self) -> None:
        self.asked = 0
        self.is_asked, self.has_answered = threading.Event(), threading.Event()

    def recognise(self, luminance: object) -> tuple[PictureMatch, ...]:
        self.asked += 1
        self.is_asked.set()
        if self.asked == 1:
            raise MemoryError
        self.has_answered.set()
        return ()


@pytest.fixture
def recogniser() -> Iterator[tuple[RecogniserThread, OutOfMemoryOnce]]:
    asked = OutOfMemoryOnce()
    thread = RecogniserThread(asked, read_clock_ms)
    yield thread, asked
    thread.stop()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_look_that_failed_is_the_last_one_only_until_the_camera_starts_again(
    recogniser: tuple[RecogniserThread, OutOfMemoryOnce],
) -> None:
    thread, asked = recogniser
    thread.offer(VIEW, measure_grid(VIEW))
    assert asked.is_asked.wait(PATIENCE_S)
    thread.stop()
    assert not thread.is_busy
    thread.offer(VIEW, measure_grid(VIEW))
    assert asked.has_answered.wait(PATIENCE_S)
