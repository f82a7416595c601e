"""What a code lies on, as its three finders show it: a plane, or something bent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.symbol_layout import FINDER, compute_dimension

if TYPE_CHECKING:
    from kiosk.scanning.finder_patterns import Numbers
    from kiosk.scanning.finder_triples import Triple

# The hole of a finder: 5 modules, 1 in from its edge.
HOLE = ((1.0, 1.0), (6.0, 1.0), (6.0, 6.0), (1.0, 6.0))


class Surface(Protocol):
    """Tells where in a picture a point of a code is."""

    def find_pixels(self, across: Numbers, down: Numbers) -> tuple[Numbers, Numbers]:
        """Return x and y in pixels of points given in modules from the code's top left; they broadcast."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class FlatSurface:
    """A plane seen from anywhere: ``matrix`` (3 by 3) is the homography from modules to pixels."""

    matrix: Numbers

    def find_pixels(self, across: Numbers, down: Numbers) -> tuple[Numbers, Numbers]:
        """See Surface."""
        import numpy as np

        x, y, w = (row[0] * across + row[1] * down + row[2] for row in self.matrix)
        w = np.where(np.abs(w) < 1e-9, 1e-9, w)
        return x / w, y / w


@dataclass(frozen=True, slots=True, eq=False)
class BentSurface:
    """A bottle, a column, a wavy sheet: ``factors`` (6 by 2) of 1, u, v, uu, uv, vv, where u and v run 0 to 1."""

    factors: Numbers
    dimension: int

    def find_pixels(self, across: Numbers, down: Numbers) -> tuple[Numbers, Numbers]:
        """See Surface."""
        u, v = across / self.dimension, down / self.dimension
        x, y = (a + b * u + c * v + d * u * u + e * u * v + f * v * v for a, b, c, d, e, f in self.factors.T)
        return x, y


def fit_flat(triple: Triple, version: int) -> FlatSurface | None:
    """Return the plane through the corners of the three finders, or None where there is none."""
    cv2 = load_cv2()
    import numpy as np

    matrix, _ = cv2.findHomography(_list_modules(version), np.vstack(triple.quads), 0)
    return FlatSurface(matrix) if matrix is not None and np.isfinite(matrix).all() else None


def fit_bent(triple: Triple, version: int) -> BentSurface | None:
    """Return the bent surface through the corners of three finders; None where one of them is only guessed."""
    if not all(triple.whole):
        return None
    import numpy as np

    dimension = compute_dimension(version)
    u, v = (_list_modules(version) / dimension).T
    terms = np.column_stack([np.ones_like(u), u, v, u * u, u * v, v * v])
    factors, *_ = np.linalg.lstsq(terms, np.vstack(triple.quads), rcond=None)
    return BentSurface(factors, dimension)


def _list_modules(version: int) -> Numbers:
    """Return where the corners of the three finders' holes are, in modules: (12, 2)."""
    import numpy as np

    far = compute_dimension(version) - FINDER
    hole = np.array(HOLE)
    return np.vstack([hole, hole + np.array([far, 0]), hole + np.array([0, far])])
