"""What hinders the reading of a code that was located: measured on the code itself, a quarter of a millisecond."""

from __future__ import annotations

from dataclasses import dataclass
from math import dist
from typing import TYPE_CHECKING

from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane
    from kiosk.scanning.reader import Corners

# The code made square, so large: three to four points for each module of a label's code (25 to 29 across).
_SIDE_PX = 96
_TILE_PX = 12  # three modules: no code has so large a place without ink but its quiet zone
# White as paper in glare, whatever level the camera gives to white (some stop at 235).
_WHITE_SHARE = 0.12  # of the contrast, below the paper
_LEAST_WHITE = 150


@dataclass(frozen=True, slots=True)
class CodeView:
    """How a code is seen.

    Attributes:
        side_px: Mean length of its sides in the frame.
        white: Level of its paper, 0..255 (95th percentile).
        contrast: From its ink to its paper, in levels (5th to 95th percentile).
        clearness: Share of its points that are clearly ink or clearly paper; low when blurred.
        glare: Share of its tiles (three modules wide) that are all white.
    """

    side_px: float
    white: float
    contrast: float
    clearness: float
    glare: float


def measure_code(luminance: Plane, corners: Corners) -> CodeView:
    """Measure the code at ``corners`` of ``luminance``."""
    import numpy as np

    cv2 = load_cv2()
    square = np.array([[0, 0], [_SIDE_PX, 0], [_SIDE_PX, _SIDE_PX], [0, _SIDE_PX]], np.float32)
    there = cv2.getPerspectiveTransform(np.array(corners, np.float32), square)
    flat = cv2.warpPerspective(luminance, there, (_SIDE_PX, _SIDE_PX), borderMode=cv2.BORDER_REPLICATE)
    ink, paper = (float(level) for level in np.percentile(flat, (5, 95)))
    return CodeView(
        side_px=sum(dist(corners[i], corners[i - 1]) for i in range(4)) / 4,
        white=paper,
        contrast=paper - ink,
        clearness=_measure_clearness(flat, ink, paper),
        glare=_measure_glare(flat, ink, paper),
    )


def _measure_clearness(flat: Plane, ink: float, paper: float) -> float:
    """Return the share of points within a quarter of the way from ink or from paper, grain smoothed away."""
    import numpy as np

    cv2 = load_cv2()
    smooth = cv2.GaussianBlur(flat, (0, 0), 0.7)
    quarter = (paper - ink) / 4
    return float(np.mean((smooth <= ink + quarter) | (smooth >= paper - quarter)))


def _measure_glare(flat: Plane, ink: float, paper: float) -> float:
    import numpy as np

    cv2 = load_cv2()
    darkest = cv2.erode(flat, np.ones((_TILE_PX, _TILE_PX), np.uint8))
    half = _TILE_PX // 2
    white = max(paper - _WHITE_SHARE * (paper - ink), _LEAST_WHITE)
    return float(np.mean(darkest[half::_TILE_PX, half::_TILE_PX] >= white))
