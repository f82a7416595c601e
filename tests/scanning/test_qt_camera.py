from __future__ import annotations

import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtMultimedia import QVideoFrameFormat

from kiosk.scanning.qt_camera import QtCamera
from kiosk.scanning.qt_cameras import QtCameraInfo
from kiosk.scanning.qt_frames import read_video_frame
from tests.fakes.fake_camera import make_lost_error
from tests.scanning.qt_frames import make_grey_frame, make_qt_camera, make_video_frame

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError
    from kiosk.scanning.frame import Plane

Pixels = QVideoFrameFormat.PixelFormat
WIDTH_PX, HEIGHT_PX = 128, 72
PATIENCE_S = 20.0
# Luminance rises from left to right; U is high, V is low: a blue picture.
RAMP = np.tile(np.arange(WIDTH_PX, dtype=np.uint8) + 50, (HEIGHT_PX, 1))
U, V = 200, 90


def semi_planar(first: int, second: int) -> list[bytes]:
    return [RAMP.tobytes(), bytes([first, second]) * (WIDTH_PX // 2 * HEIGHT_PX // 2)]


def planar(first: int, second: int, rows: int) -> list[bytes]:
    return [RAMP.tobytes(), *(bytes([level]) * (WIDTH_PX // 2 * rows) for level in (first, second))]


def packed(luminance_at: int) -> list[bytes]:
    rows = np.empty((HEIGHT_PX, WIDTH_PX * 2), np.uint8)
    chroma_at = 1 - luminance_at
    rows[:, luminance_at::2] = RAMP
    rows[:, chroma_at::4], rows[:, chroma_at + 2 :: 4] = U, V
    return [rows.tobytes()]


LAYOUTS = {
    Pixels.Format_NV12: semi_planar(U, V),
    Pixels.Format_NV21: semi_planar(V, U),
    Pixels.Format_YUV420P: planar(U, V, HEIGHT_PX // 2),
    Pixels.Format_YV12: planar(V, U, HEIGHT_PX // 2),
    Pixels.Format_YUV422P: planar(U, V, HEIGHT_PX),
    Pixels.Format_YUYV: packed(0),
    Pixels.Format_UYVY: packed(1),
    Pixels.Format_Y8: [RAMP.tobytes()],
}


@pytest.mark.parametrize("pixels", LAYOUTS, ids=lambda pixels: pixels.name)
def test_luminance_is_taken_as_it_lies_in_memory(pixels: Pixels) -> None:
    looks = read_video_frame(make_video_frame(pixels, LAYOUTS[pixels], WIDTH_PX, HEIGHT_PX))
    assert looks is not None
    luminance, picture = looks
    assert (luminance == RAMP).all()
    if picture is not None:
        red, _green, blue = picture.rgb(64, 36)[18, 32].tolist()
        assert blue > red + 100


@pytest.mark.parametrize(
    ("pixels", "red_at"),
    [
        (Pixels.Format_BGRA8888, 2),
        (Pixels.Format_BGRX8888, 2),
        (Pixels.Format_RGBA8888, 0),
        (Pixels.Format_RGBX8888, 0),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_colours_of_four_bytes(pixels: Pixels, red_at: int) -> None:
    check_blue(pixels, make_blue(red_at))


@pytest.mark.allow_qt_message("No RHI backend")
def test_a_layout_we_do_not_know_is_left_to_qt() -> None:
    check_blue(Pixels.Format_ARGB8888, np.roll(make_blue(0), 1, axis=2))


def make_blue(red_at: int) -> Plane:
    pixels = np.full((HEIGHT_PX, WIDTH_PX, 4), 255, np.uint8)
    pixels[:, :, red_at], pixels[:, :, 1], pixels[:, :, 2 - red_at] = 20, 60, 250
    return pixels


def check_blue(pixels: Pixels, content: Plane) -> None:
    looks = read_video_frame(make_video_frame(pixels, [content.tobytes()], WIDTH_PX, HEIGHT_PX))
    assert looks is not None
    assert 60 < looks[0][30, 60] < 80
    assert looks[1] is not None
    red, _, blue = looks[1].rgb(64, 36)[18, 32].tolist()
    assert red < 40 and blue > 230


def test_odd_sizes_lose_no_luminance() -> None:
    frame = make_video_frame(Pixels.Format_NV12, [], 127, 71)
    looks = read_video_frame(frame)
    assert looks is not None and looks[0].shape == (71, 127)
    assert looks[1] is not None and looks[1].rgb(64, 36).shape == (36, 64, 3)


def test_an_8k_frame_is_scaled_down() -> None:
    looks = read_video_frame(make_video_frame(Pixels.Format_NV12, [], 7680, 4320))
    assert looks is not None and looks[0].shape == (1080, 1920)


def test_a_torn_jpeg_is_passed_over() -> None:
    assert read_video_frame(make_video_frame(Pixels.Format_Jpeg, [], 128, 72)) is None


@pytest.mark.usefixtures("qapp")
def test_a_camera_lost_is_told_once_on_its_own_thread() -> None:
    told: list[tuple[KioskError, str]] = []
    arrived = threading.Event()

    def on_lost(error: KioskError) -> None:
        told.append((error, threading.current_thread().name))
        arrived.set()

    frames: list[object] = []
    camera = make_qt_camera(make_grey_frame, make_lost_error())
    camera.start(frames.append, on_lost)
    assert arrived.wait(PATIENCE_S)
    camera.stop()
    assert [(error.code, thread) for error, thread in told] == [("scanning.camera-lost", "scanning-camera")]
    assert frames


@pytest.mark.usefixtures("qapp")
def test_a_camera_may_be_cut_off_again_and_again() -> None:
    camera = make_qt_camera()
    for _ in range(20):
        frames: SimpleQueue[object] = SimpleQueue()
        camera.start(frames.put, frames.put)
        frames.get(timeout=PATIENCE_S)
        camera.stop()


@pytest.mark.usefixtures("qapp")
def test_a_camera_that_is_not_there_says_so() -> None:
    gone = QtCameraInfo(b"gone", "Old camera", False, False, False, True)
    for info in (None, gone):
        told: SimpleQueue[KioskError] = SimpleQueue()
        camera = QtCamera(info)
        camera.start(lambda _frame: None, told.put)
        assert told.get(timeout=PATIENCE_S).code == "scanning.camera-lost"
        camera.stop()
