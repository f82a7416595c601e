"""Near darkness: the last frames laid over each other, so that the grain averages away and the code stays."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.overlay import find_overlay

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Levels = npt.NDArray[np.float32]
    Matrix = npt.NDArray[np.float64]

STACKED_FRAMES = 8
_LEAST_FRAMES = 3
# What is aimed at is in the middle; the rest would cost as much again and be nobody's code.
_MIDDLE_SHARE = 0.6
# How frames lie to each other is measured on the middle made smaller: the grain is less, the code still fine enough.
_MEASURED_WIDTH_PX = 256
# What is left of the grain still upsets a decoder's thresholds; more would blur modules of three pixels.
_SMOOTHING_PX = 1.1
_DARKEST, _BRIGHTEST = 1.0, 99.8  # percentiles that become black and white


@dataclass(frozen=True, slots=True, eq=False)
class _Kept:
    """A frame's middle, the same made small, and the map from its points to the newest one's."""

    middle: Plane
    small: Levels
    place: Matrix


class DarkStack:
    """Keeps the middles of the last dark frames; a frame that does not fit begins a new stack."""

    def __init__(self, frames: int = STACKED_FRAMES) -> None:
        self._kept: deque[_Kept] = deque(maxlen=frames)
        self._shape = (0, 0)

    @property
    def is_ready(self) -> bool:
        """Whether there are enough frames to be worth an average."""
        return len(self._kept) >= _LEAST_FRAMES

    def clear(self) -> None:
        """Let go of all frames: a visitor may be in them."""
        self._kept.clear()

    def add(self, luminance: Plane) -> None:
        """Take in a frame; its middle is copied, so that the rest of it is not kept."""
        import numpy as np

        self._shape = luminance.shape
        middle = luminance[_find_middle(luminance.shape)].copy()
        small = _shrink(middle)
        if self._kept and self._kept[-1].middle.shape != middle.shape:
            self.clear()
        if self._kept:
            self._move_on(find_overlay(self._average_small(), small))
        self._kept.append(_Kept(middle, small, np.eye(3)))

    def _move_on(self, step: Matrix | None) -> None:
        """Note where what is kept lies in the newest frame; with None it shows another view."""
        moved = [] if step is None else [replace(kept, place=step @ kept.place) for kept in self._kept]
        self._kept.clear()
        self._kept.extend(moved)

    def find_average(self) -> Plane | None:
        """Return the frames' average as the newest one lies; None while they are too few.

        Of the newest one's size, the middle spread over all levels and the rest black.
        """
        if not self.is_ready:
            return None
        import numpy as np

        cv2 = load_cv2()
        newest = self._kept[-1]
        height_px, width_px = newest.middle.shape
        scale = width_px / newest.small.shape[1]
        enlarge = np.array([[scale, 0, (scale - 1) / 2], [0, scale, (scale - 1) / 2], [0, 0, 1]])
        shrink = np.linalg.inv(enlarge)
        total = np.zeros((height_px, width_px), np.uint16)
        for kept in self._kept:
            place = (enlarge @ kept.place @ shrink)[:2]
            # To the nearest point: a third of the time of interpolating, and what is off by half a point is smoothed.
            moved = cv2.warpAffine(kept.middle, place, (width_px, height_px), None, cv2.INTER_NEAREST)
            cv2.add(total, moved, total, dtype=cv2.CV_16U)
        average = np.zeros(self._shape, np.uint8)
        average[_find_middle(self._shape)] = _spread(total)
        return average

    def _average_small(self) -> Levels:
        """Return the small pictures' average as the newest of them lies: less grain to measure against."""
        import numpy as np

        cv2 = load_cv2()
        height_px, width_px = self._kept[-1].small.shape
        average = np.zeros((height_px, width_px), np.float32)
        for kept in self._kept:
            moved = cv2.warpAffine(
                kept.small, kept.place[:2], (width_px, height_px), borderMode=cv2.BORDER_REPLICATE
            )
            cv2.accumulate(moved, average)
        return average


def _find_middle(shape: tuple[int, ...]) -> tuple[slice, slice]:
    top, left = (int(side * (1 - _MIDDLE_SHARE) / 2) for side in shape)
    return slice(top, shape[0] - top), slice(left, shape[1] - left)


def _shrink(middle: Plane) -> Levels:
    import numpy as np

    cv2 = load_cv2()
    height_px = max(16, round(_MEASURED_WIDTH_PX * middle.shape[0] / middle.shape[1]))
    small = cv2.resize(middle, (_MEASURED_WIDTH_PX, height_px), interpolation=cv2.INTER_AREA)
    levels: Levels = small.astype(np.float32)
    return levels


def _spread(total: npt.NDArray[np.uint16]) -> Plane:
    import numpy as np

    cv2 = load_cv2()
    dark, bright = (float(level) for level in np.percentile(total[::8, ::8], (_DARKEST, _BRIGHTEST)))
    # Two steps, clipped at both ends: a sum below the darkest is black, not bright.
    above = cv2.subtract(total, np.full(1, dark, np.float64))
    spread = cv2.convertScaleAbs(above, alpha=255 / max(bright - dark, 1.0))
    smooth: Plane = cv2.GaussianBlur(spread, (0, 0), _SMOOTHING_PX)
    return smooth
