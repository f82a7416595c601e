"""Whether anything moves before the camera: a tiny grid of mean brightness, compared over time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Grid = npt.NDArray[np.float32]
    Starts = npt.NDArray[np.int_]

_COLUMNS, _ROWS = 16, 9
_MIDDLE = (slice(2, 7), slice(4, 12))
_SAMPLES = 16  # by 16 in each cell: enough to average a noisy sensor's grain away
# Mean change of one cell, in levels of 255, that is more than grain and a lamp's flicker.
MOVED_LEVELS = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class Stir:
    """How much a view moves, and how bright it is.

    Attributes:
        is_idle: Whether nothing has moved for a while.
        change: The most that one part has changed since the frame before, in levels of 255; a hand that aims
            stirs a little, a walk much.
        brightest: The mean of the brightest part of its middle, 0..255; lamps are at the edge.
        grid: Its parts' means, (9, 16), to compare with another view's by ``measure_change``.
    """

    is_idle: bool
    change: float
    brightest: float
    grid: Grid


class MotionWatch:
    """Tells for how long the view has been still. Pure: times come in as arguments."""

    def __init__(self, idle_after_ms: int = 5000) -> None:
        self._idle_after_ms = idle_after_ms
        self._reference: Grid | None = None
        self._last: Grid | None = None
        self._moved_at_ms: int | None = None

    def see(self, luminance: Plane, at_ms: int) -> Stir:
        """Take in a frame.

        A slow drift (the sun) adds up against the last picture that counted as moved.
        """
        grid = measure_grid(luminance)
        # Of the first frame nobody knows; it is not taken for one held still.
        change = 255.0 if self._last is None else measure_change(grid, self._last)
        moved = self._reference is None or measure_change(grid, self._reference) > MOVED_LEVELS
        if moved or self._moved_at_ms is None:
            self._reference, self._moved_at_ms = grid, at_ms
        self._last = grid
        is_idle = at_ms - self._moved_at_ms >= self._idle_after_ms
        return Stir(is_idle, change, float(grid[_MIDDLE].max()), grid)


def measure_change(grid: Grid, other: Grid) -> float:
    """Return the most that one cell differs, in levels of 255."""
    return float(abs(grid - other).max())


def measure_grid(luminance: Plane) -> Grid:
    """Return (9, 16) means of brightness, 0..255, each of some 256 pixels spread over its cell."""
    import numpy as np

    step_y = max(1, luminance.shape[0] // (_ROWS * _SAMPLES))
    step_x = max(1, luminance.shape[1] // (_COLUMNS * _SAMPLES))
    samples = luminance[::step_y, ::step_x]
    rows = np.linspace(0, samples.shape[0], _ROWS, endpoint=False).astype(int)
    columns = np.linspace(0, samples.shape[1], _COLUMNS, endpoint=False).astype(int)
    sums = _sum_cells(samples.astype(np.float32), rows, columns)
    means: Grid = sums / _sum_cells(np.ones(samples.shape, np.float32), rows, columns)
    return means


def _sum_cells(samples: Grid, rows: Starts, columns: Starts) -> Grid:
    import numpy as np

    sums: Grid = np.add.reduceat(np.add.reduceat(samples, rows, axis=0), columns, axis=1)
    return sums
