"""What Qt gives as a frame, as luminance and colours: mapped and copied, hardly ever turned into an image."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from kiosk.scanning import planes
from kiosk.scanning.frame import Frame, YuvPicture
from kiosk.scanning.mounting import find_turn, turn_frame

if TYPE_CHECKING:
    from kiosk.scanning.planes import Looks

Pixels = QVideoFrameFormat.PixelFormat
_READERS: dict[Pixels, Callable[..., Looks | None]] = {
    Pixels.Format_NV12: planes.from_semi_planar,
    Pixels.Format_NV21: partial(planes.from_semi_planar, v_first=True),
    Pixels.Format_YUV420P: planes.from_planar,
    Pixels.Format_YV12: partial(planes.from_planar, v_first=True),
    Pixels.Format_YUV422P: partial(planes.from_planar, rows_per_chroma=1),
    Pixels.Format_YUYV: planes.from_packed,
    Pixels.Format_UYVY: partial(planes.from_packed, y_first=False),
    Pixels.Format_Y8: planes.from_luminance,
    Pixels.Format_BGRA8888: planes.from_four_bytes,
    Pixels.Format_BGRX8888: planes.from_four_bytes,
    Pixels.Format_RGBA8888: partial(planes.from_four_bytes, red_first=True),
    Pixels.Format_RGBX8888: partial(planes.from_four_bytes, red_first=True),
    Pixels.Format_Jpeg: planes.from_jpeg,
}


def name_layout(video_frame: QVideoFrame) -> str:
    """Return how a frame lies in memory, such as ``NV12`` or ``Jpeg``."""
    return video_frame.pixelFormat().name.removeprefix("Format_")


def is_jpeg(video_frame: QVideoFrame) -> bool:
    """Tell whether the frame has to be decoded first."""
    return video_frame.pixelFormat() == Pixels.Format_Jpeg


def make_frame(video_frame: QVideoFrame, at_ms: int, seq: int) -> Frame | None:
    """Return a frame as it is to be looked at, upright; None where it cannot be mapped or is torn."""
    looks = read_video_frame(video_frame)
    if looks is None:
        return None
    return _stand_upright(Frame(looks[0], at_ms, seq, looks[1]), video_frame)


def read_video_frame(video_frame: QVideoFrame) -> Looks | None:
    """Return a frame's luminance and colours in memory of their own; None where it cannot be mapped or is torn."""
    reader = _READERS.get(video_frame.pixelFormat())
    if reader is None:
        return _read_as_image(video_frame)
    if not video_frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        memory = [
            planes.Memory(memoryview(video_frame.bits(plane)), video_frame.bytesPerLine(plane))
            for plane in range(video_frame.planeCount())
        ]
        looks = reader(memory, video_frame.width(), video_frame.height())
    except planes.TornFrameError:
        return None
    finally:
        video_frame.unmap()
    return _tell_range(looks, video_frame) if looks is not None else None


def _read_as_image(video_frame: QVideoFrame) -> Looks | None:
    """The slow way, for the layouts that no camera we know of uses."""
    from PySide6.QtGui import QImage

    image = video_frame.toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    if image.isNull():
        return None
    memory = planes.Memory(memoryview(image.constBits()), image.bytesPerLine())
    return planes.from_four_bytes([memory], image.width(), image.height(), red_first=True)


def _tell_range(looks: Looks, video_frame: QVideoFrame) -> Looks:
    """Say of the colours that black is 16, where Qt says so; readers do not mind."""
    luminance, picture = looks
    is_narrow = video_frame.surfaceFormat().colorRange() == QVideoFrameFormat.ColorRange.ColorRange_Video
    if is_narrow and isinstance(picture, YuvPicture):
        picture = replace(picture, is_narrow=True)
    return luminance, picture


def _stand_upright(frame: Frame, video_frame: QVideoFrame) -> Frame:
    """Turn a frame as Qt says that it has to be, and put its rows in order; what is mirrored stays so."""
    shape = video_frame.surfaceFormat()
    turn_deg = (shape.rotation().value + video_frame.rotation().value) % 360
    is_bottom_up = shape.scanLineDirection() == QVideoFrameFormat.Direction.BottomToTop
    if is_bottom_up:
        turn_deg = (turn_deg + 180) % 360  # upside down and flipped is bottom up
    turn = find_turn(turn_deg, is_flipped=is_bottom_up)
    return frame if turn is None else turn_frame(frame, turn, is_across=turn_deg in (90, 270))
