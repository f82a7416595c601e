"""The three squares in a code's corners, found by their nested shape: dark in light in dark.

zxing-cpp looks for the 1:1:3:1:1 rhythm along straight lines. A shape is found as well where the
code bends, leans far away, or has a broken ring on one side of the line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, sqrt
from typing import TYPE_CHECKING, Any, TypeAlias

from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Quad: TypeAlias = npt.NDArray[np.float64]
    Numbers: TypeAlias = npt.NDArray[Any]

FINDERS_AT_MOST = 24
# Of noise: what passes for a finder in a picture of gravel is cut here.
_CANDIDATES_AT_MOST = 60
_WIDEST_TO_NARROWEST = 4
_LEAST_FILLED = 0.38
_HOLE_TO_HEART = (1.2, 2.6)
_HOLE_TO_HEART_AREA = (0.7, 4.0)
_OFF_CENTRE_SHARE = 0.1
_CONVEX_SHARE = 0.75
_SQUARE_SHARE = 0.72


@dataclass(frozen=True, slots=True, eq=False)
class Finder:
    """A finder pattern.

    Attributes:
        quad: (4, 2) pixels: the corners of the light ring's outer edge, 5 modules apart, in order round it.
        centre: (x, y) in pixels.
        module_px: About how large a module is there.
    """

    quad: Quad
    centre: tuple[float, float]
    module_px: float


@dataclass(frozen=True, slots=True, eq=False)
class Hearts:
    """The dark spots of a picture that may be the middles of finder patterns.

    Attributes:
        boxes: (n, 5): left, top, width, height and area in pixels.
        centres: (n, 2): x and y in pixels.
    """

    boxes: Numbers
    centres: Numbers


def find_hearts(dark: Plane) -> Hearts:
    """Return what may be the middle of a finder pattern in ``dark`` ((height, width), 255 where it is dark, else 0)."""
    cv2 = load_cv2()
    _, _, boxes, centres = cv2.connectedComponentsWithStats(dark, None, 8, cv2.CV_32S)
    ids = _list_hearts(boxes, dark.shape)
    return Hearts(boxes[ids], centres[ids])


def find_finders(dark: Plane, hearts: Hearts, scale: float = 1) -> list[Finder]:
    """Return the finder patterns in ``dark`` round its ``hearts``.

    ``scale`` is how much smaller the picture was made than the one whose pixels the answer is in.
    """
    cv2 = load_cv2()
    if not len(hearts.boxes):
        return []
    light = cv2.bitwise_not(dark)
    _, labels, holes, hole_centres = cv2.connectedComponentsWithStats(light, None, 4, cv2.CV_32S)
    boxes, centres = hearts.boxes, hearts.centres
    # The light just above a heart is its hole, if it has one.
    hole_ids = labels[boxes[:, 1] - 1, _as_columns(centres)]
    nested = _are_nested(boxes, holes[hole_ids], centres, hole_centres[hole_ids]) & (hole_ids > 0)
    found = []
    for hole_id, centre in list(zip(hole_ids[nested], centres[nested], strict=True))[:_CANDIDATES_AT_MOST]:
        quad = _trace_quad(labels, int(hole_id), holes[hole_id])
        if quad is not None:
            found.append(_as_finder(quad * scale, (centre + 0.5) * scale))
    return found


def merge_finders(finders: Iterable[Finder]) -> list[Finder]:
    """Return ``finders`` without those found already (nearer than three modules), FINDERS_AT_MOST of them."""
    kept: list[Finder] = []
    for finder in finders:
        if len(kept) == FINDERS_AT_MOST:
            break
        if not any(_is_same(finder, other) for other in kept):
            kept.append(finder)
    return kept


def _is_same(finder: Finder, other: Finder) -> bool:
    (x, y), (other_x, other_y) = finder.centre, other.centre
    return hypot(x - other_x, y - other_y) < 3 * other.module_px


def _list_hearts(stats: Numbers, shape: tuple[int, ...]) -> Numbers:
    """Return the numbers of the dark spots that may be the middle of a finder: compact, not at the edge."""
    import numpy as np

    _, top, width, height, area = stats.T
    may_be = (width >= 2) & (height >= 2) & (area >= 5) & (top > 0)
    may_be &= (width < _WIDEST_TO_NARROWEST * height) & (height < _WIDEST_TO_NARROWEST * width)
    may_be &= area >= _LEAST_FILLED * width * height
    may_be &= (width < shape[1] // 3) & (height < shape[0] // 3)
    may_be[0] = False  # what is not dark
    return np.flatnonzero(may_be)


def _as_columns(centres: Numbers) -> Numbers:
    import numpy as np

    return np.round(centres[:, 0]).astype(np.intp)


def _are_nested(hearts: Numbers, holes: Numbers, centres: Numbers, hole_centres: Numbers) -> Numbers:
    """Tell of each heart whether the light round it is a ring of about a third of its width."""
    import numpy as np

    low, high = _HOLE_TO_HEART
    nested = np.ones(len(hearts), np.bool_)
    for side in (2, 3):  # width, height
        nested &= (holes[:, side] > low * hearts[:, side]) & (holes[:, side] < high * hearts[:, side])
    off_px = np.hypot(*(hole_centres - centres).T)
    nested &= off_px < _OFF_CENTRE_SHARE * np.sqrt(holes[:, 2] * holes[:, 3]) + 0.6
    area_ratio = holes[:, 4] / hearts[:, 4]
    nested &= (area_ratio > _HOLE_TO_HEART_AREA[0]) & (area_ratio < _HOLE_TO_HEART_AREA[1])
    return nested


def _trace_quad(labels: Numbers, hole_id: int, stats: Numbers) -> Quad | None:
    """Return the four corners of a hole's outer edge, or None where it is no quadrilateral."""
    cv2 = load_cv2()
    import numpy as np

    left, top, width, height = (int(number) for number in stats[:4])
    mask = (labels[top : top + height, left : left + width] == hole_id).astype(np.uint8)
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = max(outlines, key=len)
    hull = cv2.convexHull(outline)
    area_px2 = cv2.contourArea(outline)
    if len(hull) < 4 or area_px2 < _CONVEX_SHARE * cv2.contourArea(hull):
        return None
    quad: Quad = cv2.approxPolyN(hull, 4, ensure_convex=True).reshape(-1, 2).astype(np.float64)
    quad_px2 = cv2.contourArea(quad.astype(np.float32))
    if len(quad) != 4 or area_px2 < _SQUARE_SHARE * quad_px2 or quad_px2 < 1:
        return None
    middle = quad.mean(axis=0)
    # An outline runs through the middles of its pixels.
    widened: Quad = middle + (quad - middle) * (1 + 1 / sqrt(quad_px2)) + (left + 0.5, top + 0.5)
    return widened


def _as_finder(quad: Quad, centre: Numbers) -> Finder:
    cv2 = load_cv2()
    import numpy as np

    module_px = sqrt(max(cv2.contourArea(quad.astype(np.float32)), 1)) / 5
    return Finder(quad, (float(centre[0]), float(centre[1])), module_px)
