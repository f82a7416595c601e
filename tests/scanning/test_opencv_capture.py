"""Cameras through OpenCV: told when they are not there, and no more frames decoded than are read."""

from __future__ import annotations

import time
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from kiosk.scanning.opencv_capture import _adjust, _capture, _frames, open_capture
from tests.contract.test_frame_source import write_video

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError


def test_a_number_that_is_not_there_is_told() -> None:
    told: SimpleQueue[KioskError] = SimpleQueue()
    source = open_capture(57)
    source.start(lambda _frame: None, told.put)
    error = told.get(timeout=20)
    source.stop()
    assert (error.code, error.thing) == ("scanning.camera-lost", "camera 57")


def test_frames_that_come_too_soon_are_not_decoded(tmp_path: Path) -> None:
    path = write_video(tmp_path / "film.avi", 40)
    with _capture(str(path), path.name) as capture:
        _adjust(capture)  # a film cannot be asked for anything, as some cameras cannot
        begun_s = time.monotonic()
        given = []
        for frame in _frames(capture, interval_ms=20):
            given.append(frame)
            time.sleep(0.005)
        most = 1 + (time.monotonic() - begun_s) / 0.02
    assert [frame.seq for frame in given] == list(range(len(given)))
    assert 0 < len(given) <= most < 40
