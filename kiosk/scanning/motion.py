"""Whether anything moves before the camera: a tiny grid of mean brightness, compared over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Grid = npt.NDArray[np.float32]

_COLUMNS, _ROWS = 16, 9
_SAMPLES = 8  # by 8 in each cell: enough to average a noisy sensor's grain away
# Mean change of one cell, in levels of 255, that is more than grain and a lamp's flicker.
_MOVED_LEVELS = 4.0


class MotionWatch:
    """Tells for how long the view has been still. Pure: times come in as arguments."""

    def __init__(self, idle_after_ms: int = 5000) -> None:
        self._idle_after_ms = idle_after_ms
        self._reference: Grid | None = None
        self._moved_at_ms: int | None = None

    def is_idle(self, luminance: Plane, at_ms: int) -> bool:
        """Take in a frame; return whether nothing has moved for ``idle_after_ms``.

        A slow drift (the sun) adds up against the last picture that counted as moved.
        """
        grid = measure_grid(luminance)
        moved = self._reference is None or float(abs(grid - self._reference).max()) > _MOVED_LEVELS
        if moved or self._moved_at_ms is None:
            self._reference, self._moved_at_ms = grid, at_ms
        return at_ms - self._moved_at_ms >= self._idle_after_ms

    def wake(self, at_ms: int) -> None:
        """Count as moved now: somebody is there though the picture stands still."""
        self._moved_at_ms = at_ms


def measure_grid(luminance: Plane) -> Grid:
    """Return (9, 16) means of brightness, 0..255, each of up to 64 pixels spread over its cell."""
    import numpy as np

    step_y = max(1, luminance.shape[0] // (_ROWS * _SAMPLES))
    step_x = max(1, luminance.shape[1] // (_COLUMNS * _SAMPLES))
    samples = luminance[::step_y, ::step_x]
    rows = np.array_split(np.arange(samples.shape[0]), _ROWS)
    columns = np.array_split(np.arange(samples.shape[1]), _COLUMNS)
    row_starts = [int(part[0]) if part.size else 0 for part in rows]
    column_starts = [int(part[0]) if part.size else 0 for part in columns]
    sums = np.add.reduceat(samples, row_starts, axis=0, dtype=np.float32)
    sums = np.add.reduceat(sums, column_starts, axis=1)
    counts = np.outer([max(1, part.size) for part in rows], [max(1, part.size) for part in columns])
    means: Grid = (sums / counts).astype(np.float32)
    return means
