"""What a camera's frame costs before it is read: by layout, beside all its colours at once and beside Qt's image."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import cv2
import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from kiosk.scanning.cameras import CameraWish, find_cameras
from kiosk.scanning.frame import Frame
from kiosk.scanning.freeze_watch import FreezeWatch
from kiosk.scanning.mounting import Mounting
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.qt_frames import make_frame
from kiosk.scanning.zxing_reader import ZxingReader
from tests.benchmarks.v4l2_probe import measure_stand_in

Row = tuple[str, float, str, float | None]
Pixels = QVideoFrameFormat.PixelFormat
SIZES_PX = ((1280, 720), (1920, 1080))
LAYOUTS = (Pixels.Format_NV12, Pixels.Format_YUYV, Pixels.Format_BGRA8888, Pixels.Format_Jpeg)
ROUNDS = 40
PREVIEW_PX = 640


def measure() -> list[Row]:
    """Return (goal, measured, unit, floor in the same run)."""
    application = QGuiApplication.instance() or QGuiApplication([])
    load_cv2()
    rows: list[Row] = []
    for width_px, height_px in SIZES_PX:
        for pixels in LAYOUTS:
            rows += _measure_layout(pixels, width_px, height_px)
        rows += _measure_rest(width_px, height_px)
    rows.append(("listing all cameras, four times a second while one is awaited", *_measure_list()))
    del application
    rows += [
        (f"Qt's camera of Linux over a stand-in: {name}", ms, "ms", None)
        for name, ms in measure_stand_in().items()
    ]
    return rows


def _measure_layout(pixels: Pixels, width_px: int, height_px: int) -> list[Row]:
    video_frame = make_noise(pixels, width_px, height_px)
    frame = make_frame(video_frame, 0, 0)
    assert frame is not None
    name = f"{pixels.name.removeprefix('Format_')} at {width_px} x {height_px}"
    luminance_ms, colours_ms, image_ms = _time_ms(
        lambda: make_frame(video_frame, 0, 0),
        lambda: frame.rgb(PREVIEW_PX),
        lambda: video_frame.toImage().convertToFormat(QImage.Format.Format_Grayscale8),
    )
    return [
        (f"{name}: luminance, colours kept as they lie (floor: Qt's image)", luminance_ms, "ms", image_ms),
        (f"{name}: its colours for the preview, where asked for", colours_ms, "ms", None),
    ]


def _measure_rest(width_px: int, height_px: int) -> list[Row]:
    """Measure whether borrowing the camera's memory would save anything, and what turning and watching cost."""
    video_frame = make_noise(Pixels.Format_NV12, width_px, height_px)
    owned = make_frame(video_frame, 0, 0)
    assert owned is not None
    assert video_frame.map(QVideoFrame.MapMode.ReadOnly)
    rows = np.frombuffer(memoryview(video_frame.bits(0)), np.uint8)
    borrowed = rows[: video_frame.bytesPerLine(0) * height_px].reshape(height_px, -1)[:, :width_px]
    reader, watch, quarter = ZxingReader(), FreezeWatch(), Mounting(90)
    copy_ms, owned_ms, borrowed_ms, turn_ms, watch_ms = _time_ms(
        borrowed.copy,
        lambda: reader.read(owned.luminance),
        lambda: reader.read(borrowed),
        lambda: quarter.turn(owned),
        lambda: watch.look(owned),
    )
    video_frame.unmap()
    size = f"{width_px} x {height_px}"
    return [
        (f"copying the luminance of {size} (floor: reading it)", copy_ms, "ms", owned_ms),
        (f"reading {size} in the camera's memory (floor: in our own)", borrowed_ms, "ms", owned_ms),
        (f"a quarter turn of {size}", turn_ms, "ms", None),
        (f"watching {size} for a frozen camera", watch_ms, "ms", None),
    ]


def _measure_list() -> tuple[float, str, None]:
    find_cameras(CameraWish())
    (list_ms,) = _time_ms(lambda: find_cameras(CameraWish()))
    return list_ms, "ms", None


def make_noise(pixels: Pixels, width_px: int, height_px: int) -> QVideoFrame:
    """Return a frame of stone-like noise; a JPEG is one of 85 % quality."""
    chance = np.random.default_rng(3)
    video_frame = QVideoFrame(QVideoFrameFormat(QSize(width_px, height_px), pixels))
    assert video_frame.map(QVideoFrame.MapMode.WriteOnly)
    for plane in range(video_frame.planeCount()):
        target = np.frombuffer(memoryview(video_frame.bits(plane)), np.uint8)
        if pixels == Pixels.Format_Jpeg:
            stone = chance.integers(60, 200, (height_px // 8, width_px // 8, 3), dtype=np.uint8)
            large = cv2.resize(stone, (width_px, height_px))
            content = cv2.imencode(".jpg", large, [cv2.IMWRITE_JPEG_QUALITY, 85])[1].ravel()
            target[: content.size] = content
        else:
            target[:] = chance.integers(60, 200, target.size, dtype=np.uint8)
    video_frame.unmap()
    return video_frame


def _time_ms(*works: Callable[[], Frame | object]) -> list[float]:
    """Return the median processor time of each, one after another in each round."""
    times_ms: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, into in zip(works, times_ms, strict=True):
            begun_s = time.thread_time()
            work()
            into.append((time.thread_time() - begun_s) * 1000)
    return [statistics.median(each) for each in times_ms]
