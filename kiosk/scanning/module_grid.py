"""A code flattened module by module: where a label bends or leans, its grid is followed, not assumed.

Three finders give a plane. On that plane the edges between modules should fall on whole numbers;
how far they are off is the phase of the brightness gradient's wave of one module's length, measured
everywhere at once. From the finders, where it is nought, the phase is followed across the code, and
the picture is taken anew along it.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.symbol_layout import FINDER

if TYPE_CHECKING:
    from kiosk.scanning.finder_patterns import Numbers
    from kiosk.scanning.frame import Plane
    from kiosk.scanning.reader import Corners
    from kiosk.scanning.surfaces import Surface

MARGIN = 4
# More pixels a module read no more; fewer where a code is large, for the time it takes.
_MODULE_PX = ((61, 7), (101, 6), (177, 5))
# How wide a neighbourhood votes on the phase, in modules: wide first, then closer.
_VOTING = (2.2, 1.6)
_SMOOTHING = 1.5
# Gradients far over the mean are glare's edges, not modules'.
_STEEPEST = 4.0


class ModuleGrid:
    """The picture of one code, flattened to ``module_px`` pixels a module with MARGIN modules round it.

    ``surface`` is where the code lies in ``luminance``; ``whole`` tells which of the finders (at the turn, right,
    below) the picture shows: the grid is followed from those.
    """

    def __init__(
        self,
        luminance: Plane,
        surface: Surface,
        dimension: int,
        whole: tuple[bool, bool, bool] = (True, True, True),
    ) -> None:
        self.dimension = dimension
        self.module_px = next(pixels for largest, pixels in _MODULE_PX if dimension <= largest)
        self._luminance = luminance
        self._surface = surface
        self._whole = whole
        self._off = _make_nowhere_off(dimension)
        self._rounds = 0
        self._flat = self._take()

    def straighten(self) -> None:
        """Follow the modules' edges and take the picture anew along them, closer each time."""
        phase = _measure_phase(self._flat, self.module_px, _VOTING[min(self._rounds, len(_VOTING) - 1)])
        self._off = _add(self._off, _follow(phase, self.dimension, self._whole))
        self._rounds += 1
        self._flat = self._take()

    def measure_modules(self) -> Numbers:
        """Return the mean brightness (0 to 255) of each module's middle, (dimension, dimension)."""
        cv2 = load_cv2()
        import numpy as np

        pixels = self.module_px
        means = cv2.blur(self._flat, (pixels // 2 + 1, pixels // 2 + 1))
        first = MARGIN * pixels + pixels // 2
        last = first + self.dimension * pixels
        middles: Numbers = means[first:last:pixels, first:last:pixels].astype(np.float32)
        return middles

    @property
    def corners(self) -> Corners:
        """The code's corners in pixels of the picture, from the top left as the code stands, clockwise."""
        columns, rows = self._find_pixels()
        near, far = MARGIN - 0.5, MARGIN + self.dimension - 0.5
        a, b, c, d = (
            (_interpolate(columns, down, across), _interpolate(rows, down, across))
            for down, across in ((near, near), (near, far), (far, far), (far, near))
        )
        return (a, b, c, d)

    def _take(self) -> Plane:
        cv2 = load_cv2()
        # Within a module a straight line will do.
        size = (self._off[0].shape[1] * self.module_px,) * 2
        columns, rows = (cv2.resize(way - 0.5, size) for way in self._find_pixels())
        flat: Plane = cv2.remap(
            self._luminance, columns, rows, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        return flat

    def _find_pixels(self) -> tuple[Numbers, Numbers]:
        """Return x and y in pixels of the middle of each module, the margin's too."""
        import numpy as np

        at = np.arange(self._off[0].shape[0]) + 0.5 - MARGIN
        x, y = self._surface.find_pixels(at[None, :] + self._off[0], at[:, None] + self._off[1])
        # Beyond the horizon there is no picture; what is taken from there is the picture's edge.
        columns, rows = (np.clip(way, -1e4, 1e5).astype(np.float32) for way in (x, y))
        return columns, rows


def _make_nowhere_off(dimension: int) -> tuple[Numbers, Numbers]:
    import numpy as np

    side = dimension + 2 * MARGIN
    return np.zeros((side, side), np.float32), np.zeros((side, side), np.float32)


def _add(off: tuple[Numbers, Numbers], further: tuple[Numbers, Numbers]) -> tuple[Numbers, Numbers]:
    """Return how far modules are off where they are off by ``off`` at a place itself off by ``further``."""
    cv2 = load_cv2()
    import numpy as np

    at = np.arange(off[0].shape[0], dtype=np.float32)
    there = at[None, :] + further[0], at[:, None] + further[1]
    before = (cv2.remap(way, *there, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE) for way in off)
    across, down = (way + more for way, more in zip(before, further, strict=True))
    return across, down


def _interpolate(values: Numbers, row: float, column: float) -> float:
    """Return the mean of the four modules round a corner of modules."""
    top, left = int(row), int(column)
    return float(values[top : top + 2, left : left + 2].mean())


def _measure_phase(flat: Plane, module_px: int, voting: float) -> tuple[Numbers, Numbers, Numbers]:
    """Return for each module how far its edges are off across and down (in modules, within half), and how sure."""
    cv2 = load_cv2()
    import numpy as np

    smooth = cv2.GaussianBlur(flat, (0, 0), module_px * 0.12)
    turns = 2 * np.pi * (np.arange(flat.shape[0]) + 0.5) / module_px
    wave = np.cos(turns).astype(np.float32), np.sin(turns).astype(np.float32)
    off, sure = [], []
    for across, down in ((1, 0), (0, 1)):
        steep = np.abs(cv2.Sobel(smooth, cv2.CV_32F, across, down))
        steep = np.minimum(steep, _STEEPEST * steep.mean())
        real, imaginary, whole = (
            _vote(steep * (part[None, :] if across else part[:, None]), module_px, voting)
            for part in (*wave, np.ones_like(wave[0]))
        )
        off.append(np.arctan2(imaginary, real) / (2 * np.pi))
        sure.append(np.hypot(real, imaginary) / np.maximum(whole, 1e-3))
    return off[0], off[1], np.minimum(sure[0], sure[1])


def _vote(values: Numbers, module_px: int, voting: float) -> Numbers:
    cv2 = load_cv2()
    scale = 1 / module_px
    small = cv2.resize(values, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    votes: Numbers = cv2.GaussianBlur(small, (0, 0), voting)
    return votes


def _follow(
    phase: tuple[Numbers, Numbers, Numbers], dimension: int, whole: tuple[bool, bool, bool]
) -> tuple[Numbers, Numbers]:
    """Return the phases as a smooth way: followed from the finders, surest modules first, past half a module."""
    import numpy as np

    off_x, off_y, sure = phase
    step = 1 if dimension <= 29 else 2 if dimension <= 73 else 4
    at = np.arange(MARGIN - 1, off_x.shape[0] - MARGIN + 1, step)
    pick = np.ix_(at, at)
    finders = [MARGIN + FINDER // 2, MARGIN + dimension - FINDER // 2 - 1]
    begin = [int(np.abs(at - place).argmin()) for place in finders]
    places = ((begin[0], begin[0]), (begin[0], begin[1]), (begin[1], begin[0]))
    starts = [place for place, is_whole in zip(places, whole, strict=True) if is_whole]
    ways = _unwrap(off_x[pick].tolist(), off_y[pick].tolist(), sure[pick].tolist(), starts)
    weights = sure[pick] ** 2 + 1e-6
    return _spread(ways[0], weights, at, off_x.shape[0]), _spread(ways[1], weights, at, off_x.shape[0])


def _unwrap(
    off_x: list[list[float]], off_y: list[list[float]], sure: list[list[float]], starts: list[tuple[int, int]]
) -> tuple[Numbers, Numbers]:
    import numpy as np

    count = len(sure)
    way_x, way_y = np.zeros((count, count), np.float32), np.zeros((count, count), np.float32)
    known = [[False] * count for _ in range(count)]
    waiting = [(-9.0, row, column, 0.0, 0.0) for row, column in starts]
    while waiting:
        _, row, column, from_x, from_y = heapq.heappop(waiting)
        if known[row][column]:
            continue
        known[row][column] = True
        x, y = off_x[row][column], off_y[row][column]
        x, y = x + round(from_x - x), y + round(from_y - y)
        way_x[row, column], way_y[row, column] = x, y
        for near_row, near in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if 0 <= near_row < count and 0 <= near < count and not known[near_row][near]:
                heapq.heappush(waiting, (-sure[near_row][near], near_row, near, x, y))
    return way_x, way_y


def _spread(way: Numbers, weights: Numbers, at: Numbers, side: int) -> Numbers:
    """Return ``way`` smoothed by its weights, from the modules ``at`` to all of ``side``."""
    cv2 = load_cv2()
    import numpy as np

    weights = weights.astype(np.float32)
    smoothing = _SMOOTHING / float(at[1] - at[0])
    smooth = cv2.GaussianBlur(way * weights, (0, 0), smoothing) / cv2.GaussianBlur(weights, (0, 0), smoothing)
    places = ((np.arange(side) - at[0]) / (at[1] - at[0])).astype(np.float32)
    across, down = np.meshgrid(places, places)
    whole: Numbers = cv2.remap(smooth, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return whole
