"""What Qt gives as a frame comes out upright, in luminance and in colours, whatever its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QtVideo, QVideoFrame, QVideoFrameFormat

from kiosk.scanning.qt_frames import make_frame, name_layout, read_video_frame
from tests.scanning.qt_frames import make_video_frame

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

Pixels = QVideoFrameFormat.PixelFormat
WIDTH_PX, HEIGHT_PX = 128, 72
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


def test_a_jpeg_gives_luminance_at_once_and_colours_if_asked() -> None:
    bgr = np.full((HEIGHT_PX, WIDTH_PX, 3), (250, 60, 20), np.uint8)
    content = bytes(cv2.imencode(".jpg", bgr)[1])
    frame = QVideoFrame(QVideoFrameFormat(QSize(WIDTH_PX, HEIGHT_PX), Pixels.Format_Jpeg))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    memoryview(frame.bits(0))[: len(content)] = content
    frame.unmap()
    assert name_layout(frame) == "Jpeg"
    looks = read_video_frame(frame)
    assert looks is not None and 60 < looks[0][30, 60] < 80
    assert looks[1] is not None
    red, _, blue = looks[1].rgb(64, 36)[18, 32].tolist()
    assert red < 40 and blue > 230


def make_marked(shape: QVideoFrameFormat) -> QVideoFrame:
    """Return a black frame with a bright upper left corner, as it lies in memory."""
    luminance = np.zeros((HEIGHT_PX, WIDTH_PX), np.uint8)
    luminance[:20, :20] = 200
    frame = QVideoFrame(shape)
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    rows = np.frombuffer(memoryview(frame.bits(0)), np.uint8)  # writes into the frame
    for row in range(HEIGHT_PX):
        begin = row * frame.bytesPerLine(0)
        rows[begin : begin + WIDTH_PX] = luminance[row]
    frame.unmap()
    return frame


def make_shape() -> QVideoFrameFormat:
    return QVideoFrameFormat(QSize(WIDTH_PX, HEIGHT_PX), Pixels.Format_Y8)


TURNS = QtVideo.Rotation


@pytest.mark.parametrize(
    ("sensor", "device", "corner"),
    [
        (TURNS.None_, TURNS.None_, (0, 0)),
        (TURNS.Clockwise90, TURNS.None_, (0, -1)),
        (TURNS.None_, TURNS.Clockwise180, (-1, -1)),
        (TURNS.Clockwise90, TURNS.Clockwise180, (-1, 0)),
        (TURNS.Clockwise270, TURNS.Clockwise90, (0, 0)),
    ],
)
def test_a_frame_comes_upright_as_qt_says_it_has_to_be_turned(
    sensor: TURNS, device: TURNS, corner: tuple[int, int]
) -> None:
    shape = make_shape()
    shape.setRotation(sensor)
    video_frame = make_marked(shape)
    video_frame.setRotation(device)
    frame = make_frame(video_frame, at_ms=3, seq=4)
    assert frame is not None and (frame.at_ms, frame.seq) == (3, 4)
    is_across = (sensor.value + device.value) % 180 == 90
    assert (frame.width_px, frame.height_px) == (
        (HEIGHT_PX, WIDTH_PX) if is_across else (WIDTH_PX, HEIGHT_PX)
    )
    assert frame.luminance[corner] == 200 and int((frame.luminance > 0).sum()) == 400


def test_rows_that_lie_bottom_up_are_put_in_order_and_nothing_is_mirrored() -> None:
    shape = make_shape()
    shape.setScanLineDirection(QVideoFrameFormat.Direction.BottomToTop)
    frame = make_frame(make_marked(shape), 0, 0)
    assert frame is not None and frame.luminance[-1, 0] == 200 and frame.luminance[-1, -1] == 0


def test_a_mirrored_frame_is_shown_mirrored_by_the_screen_and_read_as_it_is() -> None:
    shape = make_shape()
    shape.setMirrored(True)
    frame = make_frame(make_marked(shape), 0, 0)
    assert frame is not None and frame.luminance[0, 0] == 200


def test_colours_of_a_narrow_range_are_shown_in_full() -> None:
    shades = {}
    for name, colour_range in (
        ("full", QVideoFrameFormat.ColorRange.ColorRange_Full),
        ("narrow", QVideoFrameFormat.ColorRange.ColorRange_Video),
    ):
        shape = QVideoFrameFormat(QSize(WIDTH_PX, HEIGHT_PX), Pixels.Format_NV12)
        shape.setColorRange(colour_range)
        frame = QVideoFrame(shape)
        assert frame.map(QVideoFrame.MapMode.WriteOnly)
        for plane, level in ((0, 235), (1, 128)):
            target = memoryview(frame.bits(plane))
            target[:] = bytes([level]) * target.nbytes
        frame.unmap()
        looks = read_video_frame(frame)
        assert looks is not None and looks[1] is not None
        shades[name] = int(looks[1].rgb(64, 36)[9, 9, 1])
    assert shades == {"full": 235, "narrow": 255}
