"""A camera tried for a moment: what it gave, or why it gave nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from kiosk.scanning.camera_trial import CameraTrial, try_camera
from kiosk.scanning.cameras import CameraEntry
from kiosk.scanning.opencv_capture import open_video
from kiosk.scanning.source import FrameSource, Showing, open_source
from tests.contract.test_frame_source import PushedCamera, write_picture, write_video
from tests.fakes.fake_camera import FakeCamera
from tests.scanning.qt_frames import make_qt_camera

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError
    from kiosk.scanning.frame import Frame


def try_shortly(opened: FrameSource) -> CameraTrial:
    entry = CameraEntry("key", "HD Webcam", "Qt", 0, lambda: opened)
    return try_camera(entry, trial_s=0.2, first_s=0.3)


def test_what_a_video_gives_is_measured(tmp_path: Path) -> None:
    trial = try_shortly(open_video(write_video(tmp_path / "film.avi", 60), Showing()))
    assert (trial.width_px, trial.height_px) == (128, 72)
    assert 20 < trial.frames_per_s < 80 and trial.first_ms < 300 and trial.frame_ms > 0
    assert not (trial.is_black or trial.is_frozen or trial.error)


@pytest.mark.usefixtures("qapp")
def test_how_frames_lie_in_memory_is_told() -> None:
    assert try_shortly(make_qt_camera()).abilities.layout == "NV12"


def test_a_picture_that_stands_still_is_told() -> None:
    assert try_shortly(PushedCamera()).is_frozen


def test_black_is_told(tmp_path: Path) -> None:
    path = write_picture(tmp_path / "black.png", level=9)
    assert try_shortly(open_source(str(path), Showing(frames_per_s=50))).is_black


def test_one_that_cannot_be_opened_and_one_that_is_silent_say_so() -> None:
    gone = FakeCamera()
    gone.is_missing = True
    assert getattr(try_shortly(gone).error, "code", "") == "scanning.camera-lost"
    silent = FakeCamera()
    assert getattr(try_shortly(silent).error, "code", "") == "scanning.camera-silent"
    assert not silent.is_running


def test_one_lost_during_the_trial_has_given_something() -> None:
    class Shy(FakeCamera):
        def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
            super().start(on_frame, on_lost)
            self.give(np.full((72, 128), 90, np.uint8))
            self.unplug()

    trial = try_shortly(Shy())
    assert trial.width_px == 128 and trial.error is not None
