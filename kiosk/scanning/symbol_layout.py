"""What is the same in every QR symbol of a size: ISO/IEC 18004, sections 5.3 and 6.3, annex E."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Modules: TypeAlias = npt.NDArray[np.bool_]

FINDER = 7
SMALLEST_VERSION = 1
LARGEST_VERSION = 40
_TIMING = 6


def compute_dimension(version: int) -> int:
    """Return the modules along a side of a symbol of ``version`` (1 to 40): 21 to 177."""
    return 17 + 4 * version


def list_alignment_centres(version: int) -> tuple[int, ...]:
    """Return the rows (and columns) on whose crossings alignment patterns are centred (annex E)."""
    if version == 1:
        return ()
    count = version // 7 + 2
    # Spaced evenly from the far edge, in even steps; version 32 alone departs from the rule.
    step = 26 if version == 32 else (version * 4 + count * 2 + 1) // (count * 2 - 2) * 2
    far = version * 4 + 10
    return (_TIMING, *(far - step * index for index in range(count - 2, -1, -1)))


@cache
def make_fixed_modules(dimension: int) -> tuple[Modules, Modules, Modules]:
    """Return for a side of ``dimension`` modules what never changes, as three arrays of that side.

    The first tells which modules are fixed (finders, separators, timing, alignment, the dark one), the second which
    of those are dark, the third which of them are outside the finders: they are right only where the size is.
    """
    import numpy as np

    fixed = np.zeros((dimension, dimension), np.bool_)
    dark = np.zeros_like(fixed)
    between = slice(FINDER + 1, dimension - FINDER - 1)
    fixed[_TIMING, between] = fixed[between, _TIMING] = True
    dark[_TIMING, between] = dark[between, _TIMING] = (np.arange(dimension) % 2 == 0)[between]
    _lay_alignment(fixed, dark, dimension)
    outside = fixed.copy()
    corner = np.zeros((FINDER + 1, FINDER + 1), np.bool_)
    corner[:FINDER, :FINDER] = _make_rings(FINDER)
    near, far = slice(0, FINDER + 1), slice(dimension - FINDER - 1, dimension)
    for rows, columns, pattern in (
        (near, near, corner),
        (near, far, corner[:, ::-1]),
        (far, near, corner[::-1]),
    ):
        fixed[rows, columns] = True
        dark[rows, columns] = pattern
    fixed[dimension - FINDER - 1, FINDER + 1] = dark[dimension - FINDER - 1, FINDER + 1] = True
    for array in (fixed, dark, outside):
        array.setflags(write=False)
    return fixed, dark, outside


def _lay_alignment(fixed: Modules, dark: Modules, dimension: int) -> None:
    centres = list_alignment_centres((dimension - 17) // 4)
    pattern = _make_rings(5)
    for row in centres:
        for column in centres:
            if (row, column) in ((_TIMING, _TIMING), (_TIMING, centres[-1]), (centres[-1], _TIMING)):
                continue  # a finder is there
            place = (slice(row - 2, row + 3), slice(column - 2, column + 3))
            fixed[place] = True
            dark[place] = pattern


def _make_rings(side: int) -> Modules:
    """Return a dark square of ``side`` modules with a light ring one module inside its edge."""
    import numpy as np

    rings = np.ones((side, side), np.bool_)
    rings[1:-1, 1:-1] = False
    rings[2:-2, 2:-2] = True
    return rings
