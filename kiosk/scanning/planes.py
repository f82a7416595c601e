"""Luminance and colours out of the memory layouts cameras use. Knows bytes only, no camera.

Each function copies out of the camera's memory, which is taken back when the next frame comes. Copying
720p of luminance takes 0.03 ms; keeping the memory instead would hold one of the three or four buffers
most drivers have. Colours are copied as they lie and taken apart only when a preview asks.
Each raises TornFrameError where bytes are missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kiosk.scanning.frame import LIVE_LONG_SIDE_PX, BgrPicture, YuvPicture, fit_plane
from kiosk.scanning.jpeg import JpegPicture, decode_jpeg
from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    from kiosk.scanning.frame import Picture, Plane

    # What one frame is to a reader and to a preview.
    Looks: TypeAlias = tuple[Plane, Picture | None]


@dataclass(frozen=True, slots=True)
class Memory:
    """One plane as a camera gives it: its bytes, and how many a row takes (padding included)."""

    content: memoryview
    row_bytes: int


class TornFrameError(Exception):
    """A frame has fewer bytes than its size needs, as a loose cable gives now and then: it is passed over."""


def from_luminance(planes: Sequence[Memory], width_px: int, height_px: int) -> Looks:
    """Y8: luminance alone."""
    return _fit(_plane(planes[0], width_px, height_px)), None


def from_semi_planar(
    planes: Sequence[Memory], width_px: int, height_px: int, *, v_first: bool = False
) -> Looks:
    """NV12, and NV21 with ``v_first``: luminance, then U and V by turns at half the size."""
    y = _plane(planes[0], width_px, height_px)
    both = _plane(planes[1], width_px // 2 * 2, height_px // 2).copy()
    first, second = both[:, 0::2], both[:, 1::2]
    return _yuv(y, second, first) if v_first else _yuv(y, first, second)


def from_planar(
    planes: Sequence[Memory],
    width_px: int,
    height_px: int,
    *,
    rows_per_chroma: int = 2,
    v_first: bool = False,
) -> Looks:
    """YUV420P, YV12 (``v_first``) and YUV422P (``rows_per_chroma`` 1): three planes."""
    y = _plane(planes[0], width_px, height_px)
    first, second = (
        _plane(plane, width_px // 2, height_px // rows_per_chroma).copy() for plane in planes[1:3]
    )
    return _yuv(y, second, first) if v_first else _yuv(y, first, second)


def from_packed(planes: Sequence[Memory], width_px: int, height_px: int, *, y_first: bool = True) -> Looks:
    """YUYV, and UYVY without ``y_first``: luminance in every second byte, U and V between."""
    cv2 = load_cv2()
    rows = _plane(planes[0], width_px // 2 * 4, height_px).copy()
    luminance_at, chroma_at = (0, 1) if y_first else (1, 0)
    y = cv2.extractChannel(rows.reshape(height_px, -1, 2), luminance_at)
    return _yuv(y, rows[:, chroma_at::4], rows[:, chroma_at + 2 :: 4])


def from_four_bytes(
    planes: Sequence[Memory], width_px: int, height_px: int, *, red_first: bool = False
) -> Looks:
    """BGRA and BGRX, and RGBA and RGBX with ``red_first``."""
    cv2 = load_cv2()
    pixels = _plane(planes[0], width_px * 4, height_px).reshape(height_px, width_px, 4)
    way = cv2.COLOR_RGBA2BGR if red_first else cv2.COLOR_BGRA2BGR
    bgr = fit_plane(cv2.cvtColor(pixels, way), LIVE_LONG_SIDE_PX)
    return cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), BgrPicture(bgr)


def from_jpeg(planes: Sequence[Memory], _width_px: int, _height_px: int) -> Looks | None:
    """MJPEG: each frame a JPEG; None for a torn one, as cheap cables give now and then."""
    # A quarter of the time of decoding its colours too, which most frames are never asked for.
    content = bytes(planes[0].content)
    grey = decode_jpeg(content, is_grey=True)
    return None if grey is None else (fit_plane(grey, LIVE_LONG_SIDE_PX), JpegPicture(content))


def _plane(memory: Memory, width_bytes: int, height_px: int) -> Plane:
    """Return the rows as (height, width) without their padding; a view of the camera's memory."""
    import numpy as np

    content = np.frombuffer(memory.content, np.uint8)
    # The last row may come without its padding.
    needed = memory.row_bytes * (height_px - 1) + width_bytes
    if height_px < 1 or width_bytes < 1 or memory.row_bytes < width_bytes or content.size < needed:
        raise TornFrameError(f"{content.size} bytes of {needed}")
    return np.lib.stride_tricks.as_strided(
        content[:needed],
        (height_px, width_bytes),
        (memory.row_bytes, 1),
        writeable=False,
    )


def _yuv(y: Plane, u: Plane, v: Plane) -> Looks:
    luminance = _fit(y)
    return luminance, YuvPicture(luminance, u, v)


def _fit(y: Plane) -> Plane:
    """Return ``y`` in memory of its own, not too large."""
    fitted = fit_plane(y, LIVE_LONG_SIDE_PX)
    return fitted if fitted is not y or y.base is None else y.copy()
