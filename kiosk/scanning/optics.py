"""What a cheap camera does to light: focus, motion, exposure, glare, grain."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin
from typing import TYPE_CHECKING

from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

_GRAIN_POOL_PX = 2048
_GRAIN_LEVELS = 32.0
_STRONG_MOTION_PX = 5.0


@dataclass(frozen=True, slots=True)
class Optics:
    """One moment of a camera.

    Attributes:
        light: 1 is a well-lit room, 0.05 nearly dark.
        defocus_px: Standard deviation of the blur of what is out of focus.
        motion_px: How far the picture moves while the shutter is open.
        motion_deg: In which direction, anticlockwise from the right.
        grain: Sensor noise at mid grey, in levels of 255; the darker the more it is seen.
        glare: Strength of a lamp's reflection, 0 none to 1 white at its heart.
        glare_x: Its place across the frame, 0..1.
        glare_y: Its place down the frame, 0..1.
    """

    light: float = 1.0
    defocus_px: float = 0.0
    motion_px: float = 0.0
    motion_deg: float = 0.0
    grain: float = 2.0
    glare: float = 0.0
    glare_x: float = 0.5
    glare_y: float = 0.5


def expose(scene: Plane, optics: Optics, random: np.random.Generator) -> Plane:
    """Return ``scene`` ((height, width, 3), blue first) as the camera records it; new memory."""
    cv2 = load_cv2()
    picture = _record(_blur(scene, optics), optics, random)
    if optics.glare > 0:
        # However dark the room, the lamp's own reflection is bright.
        picture = cv2.add(picture, _draw_glare(picture.shape[0], picture.shape[1], optics))
    return picture


def _blur(picture: Plane, optics: Optics) -> Plane:
    cv2 = load_cv2()
    height_px, width_px = picture.shape[:2]
    # A strong blur leaves nothing that half the size would lose, and costs a tenth there.
    scale = 0.5 if optics.motion_px >= _STRONG_MOTION_PX else 1.0
    if scale < 1:
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    if optics.defocus_px * scale > 0.2:
        picture = cv2.GaussianBlur(picture, (0, 0), optics.defocus_px * scale)
    if optics.motion_px * scale >= 1.5:
        kernel = _make_motion_kernel(optics.motion_px * scale, optics.motion_deg)
        picture = cv2.filter2D(picture, -1, kernel)
    if scale < 1:
        picture = cv2.resize(picture, (width_px, height_px), interpolation=cv2.INTER_LINEAR)
    return picture


def _record(picture: Plane, optics: Optics, random: np.random.Generator) -> Plane:
    cv2 = load_cv2()
    height_px, width_px = picture.shape[:2]
    top, left = (int(random.integers(0, _GRAIN_POOL_PX - side)) for side in (height_px, width_px))
    # The same grain on all three colours: chroma noise is smoothed away by every camera.
    grain = cv2.merge([_grain_pool()[top : top + height_px, left : left + width_px]] * 3)
    # A camera turns its gain up in the dark, and the grain with it.
    gain = min(4.0, 0.8 / max(optics.light, 0.02)) if optics.light < 0.8 else 1.0
    brightness = optics.light * (1 + 0.5 * (gain - 1))
    strength = optics.grain * gain / _GRAIN_LEVELS
    recorded: Plane = cv2.addWeighted(picture, brightness, grain, strength, 0, dtype=cv2.CV_8U)
    return recorded


@cache
def _grain_pool() -> npt.NDArray[np.int16]:
    """Return normal noise of standard deviation 32, reused at random places: drawing it costs 20 ms."""
    import numpy as np

    pool = np.random.default_rng(8).normal(0, _GRAIN_LEVELS, (_GRAIN_POOL_PX, _GRAIN_POOL_PX))
    return pool.astype(np.int16)


def _make_motion_kernel(length_px: float, direction_deg: float) -> npt.NDArray[np.float32]:
    import numpy as np

    cv2 = load_cv2()
    side = int(length_px) | 1
    kernel = np.zeros((side, side), np.float32)
    half = (side - 1) / 2
    across, down = cos(direction_deg * pi / 180) * half, sin(direction_deg * pi / 180) * half
    begin = (round(half - across), round(half + down))
    end = (round(half + across), round(half - down))
    cv2.line(kernel, begin, end, 1.0)
    even: npt.NDArray[np.float32] = kernel / kernel.sum()
    return even


def _draw_glare(height_px: int, width_px: int, optics: Optics) -> Plane:
    import numpy as np

    cv2 = load_cv2()
    # Drawn small and enlarged: a glare has no detail.
    y, x = np.mgrid[0:36, 0:64].astype(np.float32)
    x, y = x / 64 - optics.glare_x, (y / 36 - optics.glare_y) * height_px / width_px
    spot = 255 * optics.glare * np.exp(-(x * x + y * y) / 0.006)
    small = cv2.merge([spot.astype(np.uint8)] * 3)
    glare: Plane = cv2.resize(small, (width_px, height_px), interpolation=cv2.INTER_CUBIC)
    return glare
