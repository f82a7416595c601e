"""How a picture is made easier to read: brightness, size, sharpness, shape. Each yields what is worth reading."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from kiosk.scanning.looks import Prepared, Target
from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane
    from kiosk.scanning.looks import Matrix

# A code made square again, with as much of its surroundings as the finder patterns may be off by.
_SQUARE_PX = (160, 640)
_SQUARE_MARGIN = 0.3
_SQUARES_AT_MOST = 4
_THRESHOLD_SIDE_PX = 15
# Of the picture's width and height: the four overlap, so that a code in the middle is whole in one.
_PART = 0.6
# No picture is made larger than this for a closer look: 12 million pixels take a quarter of a second.
_PIXELS_AT_MOST = 12_000_000


def prepare_as_is(target: Target) -> Iterator[Prepared]:
    """The picture itself, for a reader with another opinion of it."""
    yield Prepared(target.luminance, _back())


def prepare_brightness(gamma: float, target: Target) -> Iterator[Prepared]:
    """Brightened (gamma under 1) or darkened: glare and shade that a local threshold gives up on."""
    yield Prepared(_apply_gamma(target.luminance, gamma), _back())


def prepare_half(gamma: float, target: Target) -> Iterator[Prepared]:
    """Half the size and another brightness: noise averages out, at a quarter of the cost."""
    yield Prepared(_apply_gamma(_halve(target.luminance), gamma), _back(scale=2))


def prepare_half_sharp(target: Target) -> Iterator[Prepared]:
    """Half the size, sharpened: out of focus, and large enough to spare pixels."""
    yield Prepared(_sharpen(_halve(target.luminance), 1), _back(scale=2))


def prepare_near(times: float, target: Target) -> Iterator[Prepared]:
    """Where a code is expected, larger and sharpened: so far away that its modules run together."""
    left, top, right, bottom = _expect(target)
    part = target.luminance[top:bottom, left:right]
    if part.size * times * times <= _PIXELS_AT_MOST:
        yield Prepared(_sharpen(_enlarge(part, times), times), _back(1 / times, left, top))


def prepare_larger(times: float, target: Target) -> Iterator[Prepared]:
    """The whole picture larger and sharpened: the same, for a code anywhere."""
    if target.luminance.size * times * times <= _PIXELS_AT_MOST:
        yield Prepared(_sharpen(_enlarge(target.luminance, times), 2), _back(scale=1 / times))


def prepare_sharp(radius_px: float, target: Target) -> Iterator[Prepared]:
    """Sharpened only: slightly out of focus, or more, by the radius."""
    yield Prepared(_sharpen(target.luminance, radius_px), _back())


def prepare_stretched(across: float, down: float, target: Target) -> Iterator[Prepared]:
    """Pulled long one way: a label seen from the side, or from below, is upright again."""
    cv2 = load_cv2()
    import numpy as np

    if target.luminance.size * across * down <= _PIXELS_AT_MOST:
        long = cv2.resize(target.luminance, None, fx=across, fy=down, interpolation=cv2.INTER_LINEAR)
        yield Prepared(long, np.diag([1 / across, 1 / down, 1.0]))


def prepare_two_levels(target: Target) -> Iterator[Prepared]:
    """Black and white by each pixel's close neighbourhood: small modules in uneven light."""
    cv2 = load_cv2()
    plain = cv2.adaptiveThreshold(
        target.luminance, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, _THRESHOLD_SIDE_PX, 3
    )
    yield Prepared(plain, _back())


def prepare_two_levels_large(target: Target) -> Iterator[Prepared]:
    """The same at twice the size: modules of two pixels."""
    if 4 * target.luminance.size > _PIXELS_AT_MOST:
        return
    cv2 = load_cv2()
    large = _enlarge(target.luminance, 2)
    plain = cv2.adaptiveThreshold(large, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 31, 2)
    yield Prepared(plain, _back(scale=0.5))


def prepare_parts(target: Target) -> Iterator[Prepared]:
    """The picture's four corners, each by itself: among many codes, or what looks like them, one is lost."""
    height_px, width_px = target.luminance.shape
    tall, wide = int(_PART * height_px), int(_PART * width_px)
    for top in (0, height_px - tall):
        for left in (0, width_px - wide):
            part = target.luminance[top : top + tall, left : left + wide]
            yield Prepared(part, _back(1, left, top))


def prepare_square(target: Target) -> Iterator[Prepared]:
    """The codes located but not read, each made square again and sharpened."""
    cv2 = load_cv2()
    import numpy as np

    for code in target.unread[:_SQUARES_AT_MOST]:
        quad = np.array(code.corners, np.float32)
        longest_px = max(float(np.linalg.norm(quad[i] - quad[i - 1])) for i in range(4))
        side = int(min(max(2 * longest_px, _SQUARE_PX[0]), _SQUARE_PX[1]))
        near, far = side * _SQUARE_MARGIN, side * (1 - _SQUARE_MARGIN)
        square = np.array([[near, near], [far, near], [far, far], [near, far]], np.float32)
        there = cv2.getPerspectiveTransform(quad, square)
        if abs(float(np.linalg.det(there))) < 1e-9:
            continue  # three corners in a line: nothing to make square
        flat = cv2.warpPerspective(
            target.luminance,
            there,
            (side, side),
            flags=cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REPLICATE,
        )
        yield Prepared(_sharpen(flat, side / 120), np.linalg.inv(there))


def _expect(target: Target) -> tuple[int, int, int, int]:
    """Return where a code is likely: where one was, else the middle half; (left, top, right, bottom)."""
    if target.region is not None:
        return target.region
    height_px, width_px = target.luminance.shape
    return (width_px // 4, height_px // 4, width_px - width_px // 4, height_px - height_px // 4)


def _back(scale: float = 1, left: float = 0, top: float = 0) -> Matrix:
    import numpy as np

    return np.array([[scale, 0, left], [0, scale, top], [0, 0, 1]], np.float64)


def _halve(luminance: Plane) -> Plane:
    cv2 = load_cv2()
    half: Plane = cv2.resize(luminance, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return half


def _enlarge(luminance: Plane, times: float) -> Plane:
    cv2 = load_cv2()
    large: Plane = cv2.resize(luminance, None, fx=times, fy=times, interpolation=cv2.INTER_CUBIC)
    return large


def _sharpen(luminance: Plane, radius_px: float) -> Plane:
    cv2 = load_cv2()
    blurred = cv2.GaussianBlur(luminance, (0, 0), radius_px)
    sharp: Plane = cv2.addWeighted(luminance, 2.5, blurred, -1.5, 0)
    return sharp


def _apply_gamma(luminance: Plane, gamma: float) -> Plane:
    cv2 = load_cv2()
    changed: Plane = cv2.LUT(luminance, _make_gamma_table(gamma))
    return changed


@cache
def _make_gamma_table(gamma: float) -> Plane:
    import numpy as np

    return (255 * (np.arange(256) / 255) ** gamma).astype(np.uint8)
