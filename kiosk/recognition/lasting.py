"""Which features of a pack's picture a visitor's camera will find again: they last when it is tilted, shrunk or blurred."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.recognition.features import find_features, fit_for_looking, measure_apart
from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt

    from kiosk.recognition.features import Features, Floats
    from kiosk.scanning.frame import Plane

MOST_LOOKED_AT = 900
FEWEST_LASTING = 12
"""A picture with fewer cannot be told from others by a camera."""

_TILT_DEG = 35.0
_GRAIN = 4.0
_NEAR_PX = 3.0
_ALIKE = 150.0
_DISTINCT = 400.0
_BASE = 0.3
_SURE_BLUR_PX = 1.5
_PLENTY = 100
_FAR = 1e9


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A picture as another camera would see it, and (3, 3) where its points went."""

    seen: Plane
    across: npt.NDArray[np.float64]


def choose_lasting(looked_at: Plane, most: int) -> tuple[Features, int]:
    """Return the features worth keeping of a picture, the best first, and how many of them most views show again.

    What has its like elsewhere in the same picture (a lattice, a row of stars) says nothing of where it is, and comes last.
    """
    import numpy as np

    found = find_features(looked_at, MOST_LOOKED_AT)
    if not len(found):
        return found, 0
    seen_again, views = _count_seen_again(looked_at, found)
    brightest = float(found.strengths.max())
    # Strong ones before weak ones, but far less than by how much they are stronger.
    strength = 1 + 0.2 * np.log(np.maximum(found.strengths / brightest, 0.02))
    worth = (_BASE + seen_again) * np.clip(_measure_distinct(found) / _DISTINCT, 0.05, 1) * strength
    best = np.argsort(-worth, kind="stable")[:most]
    return found.take(best), int((seen_again[best] * 2 >= views).sum())


def is_recognisable(luminance: Plane) -> bool:
    """Tell whether a camera could tell this picture from others."""
    looked_at = fit_for_looking(luminance)
    # What is left of most pictures when they are blurred is plenty: seen at a sixth of the cost.
    blurred = load_cv2().GaussianBlur(looked_at, (0, 0), _SURE_BLUR_PX)
    if len(find_features(blurred, MOST_LOOKED_AT)) >= _PLENTY:
        return True
    return choose_lasting(looked_at, MOST_LOOKED_AT)[1] >= FEWEST_LASTING


def _count_seen_again(looked_at: Plane, found: Features) -> tuple[Floats, int]:
    import numpy as np

    times, views = np.zeros(len(found), np.float32), 0
    for view in _draw_views(looked_at):
        views += 1
        again = find_features(view.seen, MOST_LOOKED_AT)
        if not len(again):
            continue
        moved = load_cv2().perspectiveTransform(found.points_px[None], view.across)[0]
        apart = measure_apart(found.descriptors, again.descriptors)
        apart[_measure_far(moved, again.points_px) > _NEAR_PX**2] = np.inf
        times += apart.min(axis=1) < _ALIKE
    return times, views


def _measure_distinct(found: Features) -> Floats:
    """Return how far each feature's look is from the most similar one elsewhere in the picture."""
    import numpy as np

    apart = measure_apart(found.descriptors, found.descriptors)
    apart[_measure_far(found.points_px, found.points_px) < _NEAR_PX**2] = np.inf
    nearest: Floats = np.minimum(apart.min(axis=1), _FAR)
    return nearest


def _measure_far(a_px: Floats, b_px: Floats) -> Floats:
    across, down = (a_px[:, None, axis] - b_px[None, :, axis] for axis in (0, 1))
    far: Floats = across * across + down * down
    return far


def _draw_views(looked_at: Plane) -> Iterator[View]:
    """Yield the picture tilted two ways, blurred, and at half its size; each with the grain of a camera."""
    import numpy as np

    cv2 = load_cv2()
    grain = np.random.default_rng(0).normal(0, _GRAIN, looked_at.shape)
    height_px, width_px = looked_at.shape
    for axis, tilt_deg in (((1.0, 0.0), _TILT_DEG), ((0.0, 1.0), -_TILT_DEG)):
        across = _tilt(width_px, height_px, axis, tilt_deg)
        size = (width_px, height_px)
        tilted = cv2.warpPerspective(looked_at, across, size, borderMode=cv2.BORDER_REPLICATE)
        yield View(_add(tilted, grain), across)
    yield View(_add(cv2.GaussianBlur(looked_at, (0, 0), 2), grain), np.eye(3))
    half = cv2.resize(looked_at, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    yield View(_add(half, grain[: half.shape[0], : half.shape[1]]), np.diag([0.5, 0.5, 1.0]))


def _tilt(
    width_px: int, height_px: int, axis: tuple[float, float], tilt_deg: float
) -> npt.NDArray[np.float64]:
    """Return the homography of a picture turned away about an axis through its middle, seen from 1.25 times its longest look."""
    import numpy as np

    cv2 = load_cv2()
    corners = np.array([[0, 0], [width_px, 0], [width_px, height_px], [0, height_px]], np.float32)
    middle = np.array((width_px / 2, height_px / 2))
    turn = cv2.Rodrigues(np.array([*axis, 0.0]) * np.radians(tilt_deg))[0]
    turned = np.c_[corners - middle, np.zeros(4)] @ turn.T
    distance = 1.25 * max(width_px, height_px)
    seen = (turned[:, :2] * (distance / (distance + turned[:, 2]))[:, None] + middle).astype(np.float32)
    across: npt.NDArray[np.float64] = cv2.getPerspectiveTransform(corners, seen)
    return across


def _add(plane: Plane, grain: npt.NDArray[np.float64]) -> Plane:
    import numpy as np

    return np.clip(plane + grain, 0, 255).astype(np.uint8)
