"""Second looks at a picture that a plain read got nothing from: each prepares it in its own way.

Every look here is kept because ``tests/benchmarks/bench_scanning.py`` shows what it adds on hard
photographs. To add one: write a function of the luminance that returns codes with corners in the
picture it was given, put it into LOOKS where its gain for its cost belongs, and run the benchmark.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, TypeAlias

from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.pyzbar_reader import PyzbarReader, is_pyzbar_usable
from kiosk.scanning.reader import Code, Corners
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

# Smaller than this no code fits; and OpenCV refuses to scale nothing.
_SMALLEST_SIDE_PX = 16
_SQUARE_PX = (160, 480)

View: TypeAlias = "Callable[[Plane, Sequence[Code]], list[Code]]"


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look again. ``read`` takes the luminance and the codes located but not read."""

    name: str
    read: View
    needs_located: bool = False


def make_looks() -> tuple[Look, ...]:
    """Return the looks in the order in which they pay (codes gained for time spent), best first."""
    zxing = ZxingReader()
    looks = [
        Look("square", partial(_square, zxing), needs_located=True),
        Look("global", _global_threshold),
        Look("half-dark", partial(_half_gamma, zxing, 4.0)),
        Look("near", partial(_near, zxing)),
        Look("half-bright", partial(_half_gamma, zxing, 0.5)),
        Look("bright", partial(_gamma, zxing, 0.5)),
        Look("half-dim", partial(_half_gamma, zxing, 2.0)),
        Look("dark", partial(_gamma, zxing, 4.0)),
        Look("wide", partial(_wide, zxing)),
    ]
    if is_pyzbar_usable():
        looks.append(Look("pyzbar", partial(_pyzbar, PyzbarReader())))
    return tuple(looks)


def _global_threshold(luminance: Plane, unread: Sequence[Code]) -> list[Code]:
    """One threshold for the whole picture: shiny and finely textured surfaces."""
    return [
        code.moved_to(code.corners, "global") for code in ZxingReader(is_global=True).read(luminance)
    ]


def _gamma(zxing: ZxingReader, gamma: float, luminance: Plane, unread: Sequence[Code]) -> list[Code]:
    """Brighten (gamma under 1) or darken: glare and shade that the local threshold gives up on."""
    name = f"gamma{gamma:g}"
    return [code.moved_to(code.corners, name) for code in zxing.read(_with_gamma(luminance, gamma))]


def _half_gamma(
    zxing: ZxingReader, gamma: float, luminance: Plane, unread: Sequence[Code]
) -> list[Code]:
    """Half the size and another brightness: noise averages out at a quarter of the cost."""
    cv2 = load_cv2()
    if min(luminance.shape) < 2 * _SMALLEST_SIDE_PX:
        return []
    half = cv2.resize(luminance, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return _scaled_back(zxing.read(_with_gamma(half, gamma)), 2.0, 2.0, 0.0, 0.0, f"half-gamma{gamma:g}")


def _near(zxing: ZxingReader, luminance: Plane, unread: Sequence[Code]) -> list[Code]:
    """The middle, twice as large and sharpened: codes too far away for their modules to be told apart."""
    cv2 = load_cv2()
    height_px, width_px = luminance.shape
    if min(height_px, width_px) < 2 * _SMALLEST_SIDE_PX:
        return []
    top, left = height_px // 4, width_px // 4
    middle = luminance[top : height_px - top, left : width_px - left]
    large = cv2.resize(middle, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    sharp = cv2.addWeighted(large, 2.5, cv2.GaussianBlur(large, (0, 0), 2), -1.5, 0)
    return _scaled_back(zxing.read(sharp), 0.5, 0.5, left, top, "near")


def _wide(zxing: ZxingReader, luminance: Plane, unread: Sequence[Code]) -> list[Code]:
    """Stretched sideways: a label seen steeply from the left or right."""
    cv2 = load_cv2()
    if min(luminance.shape) < _SMALLEST_SIDE_PX:
        return []
    stretch = 1.8
    wide = cv2.resize(luminance, None, fx=stretch, fy=1, interpolation=cv2.INTER_LINEAR)
    return _scaled_back(zxing.read(wide), 1 / stretch, 1.0, 0.0, 0.0, "wide")


def _pyzbar(pyzbar: PyzbarReader, luminance: Plane, unread: Sequence[Code]) -> list[Code]:
    return pyzbar.read(luminance)


def _square(zxing: ZxingReader, luminance: Plane, unread: Sequence[Code]) -> list[Code]:
    """The codes located but not read, each made a square again."""
    found = []
    for code in unread[:3]:
        found += _read_square(zxing, luminance, code)
    return found


def _read_square(zxing: ZxingReader, luminance: Plane, code: Code) -> list[Code]:
    cv2 = load_cv2()
    import numpy as np

    quad = np.array(code.corners, np.float32)
    longest_px = max(float(np.linalg.norm(quad[i] - quad[i - 1])) for i in range(4))
    side = int(min(max(2 * longest_px, _SQUARE_PX[0]), _SQUARE_PX[1]))
    quiet = side * 0.12
    far = side - quiet
    square = np.array([[quiet, quiet], [far, quiet], [far, far], [quiet, far]], np.float32)
    there = cv2.getPerspectiveTransform(quad, square)
    if abs(float(np.linalg.det(there))) < 1e-9:
        return []
    flat = cv2.warpPerspective(
        luminance, there, (side, side), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    back = np.linalg.inv(there)
    return [
        each.moved_to(_map_corners(each.corners, back), "square")
        for each in zxing.read(flat)
        if each.is_read
    ]


def _map_corners(corners: Corners, matrix: npt.NDArray[np.float64]) -> Corners:
    cv2 = load_cv2()
    import numpy as np

    points = cv2.perspectiveTransform(np.array([corners], np.float64), matrix)[0]
    a, b, c, d = ((float(x), float(y)) for x, y in points)
    return (a, b, c, d)


def _scaled_back(
    codes: list[Code], by_x: float, by_y: float, left: float, top: float, name: str
) -> list[Code]:
    found = []
    for code in codes:
        a, b, c, d = ((x * by_x + left, y * by_y + top) for x, y in code.corners)
        found.append(code.moved_to((a, b, c, d), name))
    return found


def _with_gamma(luminance: Plane, gamma: float) -> Plane:
    cv2 = load_cv2()
    brightened: Plane = cv2.LUT(luminance, _gamma_table(gamma))
    return brightened


@cache
def _gamma_table(gamma: float) -> Plane:
    import numpy as np

    return (255 * (np.arange(256) / 255) ** gamma).astype(np.uint8)
