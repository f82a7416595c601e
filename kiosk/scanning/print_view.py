"""A printed code as a camera sees it from a distance: turned, small, a little out of focus, with grain."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.optics import Optics, expose

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

# Ink is not black, paper is not white, and the room is not bright.
_INK, _PAPER, _WALL = 28, 240, 150
_OPTICS = Optics(light=0.7, defocus_px=0.9, grain=3.0)
# Each pixel of a camera averages what falls on it; four by four looks into the print come near to that.
_SAMPLES = 4


def see_print(
    printed: Plane,
    scale: float,
    *,
    yaw_deg: float = 20.0,
    roll_deg: float = 6.0,
    seed: int = 0,
    optics: Optics = _OPTICS,
) -> Plane:
    """Return what a camera records of a print that hangs alone on a wall.

    Args:
        printed: The print, (height, width) bytes, white 255.
        scale: Pixels of the camera for one of ``printed``, below 1.
        yaw_deg: How far from the side it is looked at.
        roll_deg: How far the camera is turned in the hand.
        seed: Chooses the grain.
        optics: The camera and the room.

    Returns:
        The frame's luminance, with some wall on all sides.
    """
    import numpy as np

    cv2 = load_cv2()
    height, width = printed.shape
    side = int(max(height, width) * scale * 1.35) + 24
    place = _find_corners(width, height, scale, yaw_deg, roll_deg) + side / 2
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, (place * _SAMPLES).astype(np.float32))
    large = cv2.warpPerspective(
        cv2.convertScaleAbs(printed, alpha=(_PAPER - _INK) / 255, beta=_INK),
        matrix,
        (side * _SAMPLES, side * _SAMPLES),
        borderValue=_WALL,
    )
    frame = cv2.resize(large, (side, side), interpolation=cv2.INTER_AREA)
    seen = expose(cv2.merge([frame] * 3), optics, np.random.default_rng(seed))
    luminance: Plane = np.ascontiguousarray(seen[:, :, 1])
    return luminance


def _find_corners(
    width: int, height: int, scale: float, yaw_deg: float, roll_deg: float
) -> npt.NDArray[np.float64]:
    """Return the print's corners in the frame's pixels about its middle, clockwise from the top left."""
    import numpy as np

    yaw, roll = yaw_deg * pi / 180, roll_deg * pi / 180
    corners = np.array([[-width, -height], [width, -height], [width, height], [-width, height]]) / 2
    # Hung three of its own widths away: what is turned away from the camera is smaller.
    away = 3 * max(width, height)
    depth = away / (away + corners[:, 0] * sin(yaw))
    across, down = corners[:, 0] * cos(yaw) * depth, corners[:, 1] * depth
    turned = (across * cos(roll) - down * sin(roll), across * sin(roll) + down * cos(roll))
    placed: npt.NDArray[np.float64] = np.stack(turned, axis=1) * scale
    return placed
