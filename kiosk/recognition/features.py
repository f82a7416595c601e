"""Local features of a picture: places that look alike from nearer, farther, turned or tilted, and how each looks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from kiosk.scanning.frame import fit_plane
from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Floats: TypeAlias = npt.NDArray[np.float32]

LOOK_SIDE_PX = 480
MAX_FEATURES = 700
DESCRIPTOR_SIZE = 128
LEVELS = 15
"""A number of a descriptor has 4 bits: as good as 8 (measured), in half the room."""

_CONTRAST = 0.02
_STEP = 0.035  # of a level: unit vectors of 128 numbers have few above 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What was found in one picture, n places.

    Attributes:
        points_px: (n, 2) x and y in the picture as it was looked at.
        sizes_px: (n,) how large each is.
        angles_deg: (n,) which way each is turned, 0 to 360.
        strengths: (n,) how well each stands out.
        descriptors: (n, 128) from 0 to 15, the square roots of SIFT's histograms (Arandjelovic and Zisserman 2012).
    """

    points_px: Floats
    sizes_px: Floats
    angles_deg: Floats
    strengths: Floats
    descriptors: Plane

    def __len__(self) -> int:
        return len(self.points_px)

    def take(self, chosen: npt.NDArray[np.intp]) -> Features:
        """Return only the places ``chosen``, in that order."""
        return Features(
            self.points_px[chosen],
            self.sizes_px[chosen],
            self.angles_deg[chosen],
            self.strengths[chosen],
            self.descriptors[chosen],
        )


def fit_for_looking(luminance: Plane) -> Plane:
    """Return a picture at the size it is looked at, its light brought to the full range."""
    cv2 = load_cv2()  # before NumPy, which reads its environment when it is imported
    import numpy as np

    small = fit_plane(luminance, LOOK_SIDE_PX)
    dark, bright = np.percentile(small[::4, ::4], (1, 99))
    spread = max(24.0, float(bright) - float(dark))
    table = np.clip((np.arange(256) - float(dark)) * (255 / spread), 0, 255).astype(np.uint8)
    stretched: Plane = cv2.LUT(np.ascontiguousarray(small), table)
    return stretched


def find_features(looked_at: Plane, most: int = MAX_FEATURES) -> Features:
    """Return the features of a picture made by :func:`fit_for_looking`, at most ``most``, the same each time."""
    import numpy as np

    found, described = _detector(most).detectAndCompute(looked_at, None)
    if not found:
        nothing = np.empty(0, np.float32)
        points = np.empty((0, 2), np.float32)
        return Features(points, nothing, nothing, nothing, np.empty((0, DESCRIPTOR_SIZE), np.uint8))
    # More than asked for come where several have the same strength.
    points = np.array([point.pt for point in found], np.float32)[:most]
    rest = np.array([(point.size, point.angle, point.response) for point in found], np.float32)[:most]
    return Features(points, rest[:, 0], rest[:, 1], rest[:, 2], _pack_levels(described[:most]))


def measure_apart(a: Plane, b: Plane) -> Floats:
    """Return the squared distance of each of n descriptors from each of m, (n, m)."""
    import numpy as np

    wide_a, wide_b = a.astype(np.float32), b.astype(np.float32)
    apart: Floats = (
        (wide_a * wide_a).sum(1)[:, None] + (wide_b * wide_b).sum(1)[None] - 2 * (wide_a @ wide_b.T)
    )
    return apart


def _pack_levels(described: Floats) -> Plane:
    import numpy as np

    sums = np.maximum(described.sum(axis=1, keepdims=True), 1e-6)
    roots = np.sqrt(described / sums)
    levels: Plane = np.minimum(np.rint(roots / _STEP), LEVELS).astype(np.uint8)
    return levels


@cache
def _detector(most: int) -> Any:
    return load_cv2().SIFT_create(nfeatures=most, contrastThreshold=_CONTRAST)
