"""Whether the features of two pictures lie in them as they would if the pictures show the same flat thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.recognition.features import measure_apart
from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.recognition.features import Features, Floats

_RATIO = 0.85
_OFF_PX = 4.0
_ROUNDS = 1_000
_TURNED_DEG = 35.0
_GROWN = 2.0
_FEWEST_PAIRS = 5
_SAME_PLACE_PX = 6


@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """How one picture lies in another.

    Attributes:
        across: (3, 3) the homography from the picture known to the picture seen.
        places: How many features agree, each place counted once.
        pairs: How many features looked alike before their places were asked.
        inliers: (n, 2) which features agree: index in the known picture, index in the seen one.
    """

    across: npt.NDArray[np.float64]
    places: int
    pairs: int
    inliers: npt.NDArray[np.intp]


def pair_alike(known: Features, seen: Features) -> npt.NDArray[np.intp]:
    """Return (n, 2) pairs of features that look more alike than any other, index in ``known`` and in ``seen``."""
    import numpy as np

    if len(known) < 2 or len(seen) < 2:
        return np.empty((0, 2), np.intp)
    apart = measure_apart(known.descriptors, seen.descriptors)
    nearest = apart.argmin(axis=0)
    columns = np.arange(len(seen))
    best = apart[nearest, columns]
    back = apart.argmin(axis=1)[nearest] == columns
    apart[nearest, columns] = np.inf
    second = apart.min(axis=0)
    kept = back & (best < _RATIO**2 * second)
    return np.stack([nearest[kept], columns[kept]], axis=1)


def find_agreement(known: Features, seen: Features) -> Agreement | None:
    """Return how ``known`` lies in ``seen``; None where too few features agree to say."""
    pairs = pair_alike(known, seen)
    if len(pairs) < _FEWEST_PAIRS:
        return None
    cv2 = load_cv2()
    sources, targets = known.points_px[pairs[:, 0]], seen.points_px[pairs[:, 1]]
    across, mask = cv2.findHomography(
        sources, targets, cv2.USAC_MAGSAC, _OFF_PX, maxIters=_ROUNDS, confidence=0.999
    )
    if across is None:
        return None
    agreed = mask.ravel().astype(bool) & _turned_alike(known, seen, pairs, across)
    inliers = pairs[agreed]
    return Agreement(
        across,
        _count_places(known.points_px[inliers[:, 0]], seen.points_px[inliers[:, 1]]),
        len(pairs),
        inliers,
    )


def _turned_alike(
    known: Features, seen: Features, pairs: npt.NDArray[np.intp], across: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    """Tell of each pair whether its own size and turn are what the homography makes of them there."""
    import numpy as np

    points = known.points_px[pairs[:, 0]].astype(np.float64)
    sizes, angles = known.sizes_px[pairs[:, 0]], np.radians(known.angles_deg[pairs[:, 0]])
    ahead = points + np.stack([np.cos(angles), np.sin(angles)], 1) * sizes[:, None] / 2
    beside = points + np.stack([-np.sin(angles), np.cos(angles)], 1) * sizes[:, None] / 2
    moved = load_cv2().perspectiveTransform(np.concatenate([points, ahead, beside])[None], across)[0]
    middle, front, side = np.split(moved, 3)
    forward, sideways = front - middle, side - middle
    area = np.abs(forward[:, 0] * sideways[:, 1] - forward[:, 1] * sideways[:, 0])
    grown = 2 * np.sqrt(np.maximum(area, 1e-9)) / np.maximum(seen.sizes_px[pairs[:, 1]], 1e-3)
    turn = np.degrees(np.arctan2(forward[:, 1], forward[:, 0])) - seen.angles_deg[pairs[:, 1]]
    turn = np.abs((turn + 180) % 360 - 180)
    alike: npt.NDArray[np.bool_] = (turn < _TURNED_DEG) & (grown > 1 / _GROWN) & (grown < _GROWN)
    return alike


def _count_places(known_px: Floats, seen_px: Floats) -> int:
    """Count inliers, those within 6 px of one another once: one place has several features of different turn."""
    import numpy as np

    if not len(known_px):
        return 0
    cells = np.unique(
        np.rint(np.concatenate([known_px, seen_px], axis=1) / _SAME_PLACE_PX).astype(np.int32), axis=0
    )
    return min(len(np.unique(cells[:, :2], axis=0)), len(np.unique(cells[:, 2:], axis=0)))
