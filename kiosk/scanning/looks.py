"""Second looks at a picture that a plain read got nothing from: each prepares it in its own way.

Every look here is kept because ``tests/benchmarks/bench_scanning.py`` shows what it adds on hard
photographs. To add one: write a function that prepares pictures, put it into ``make_looks`` where
its gain for its cost belongs, and run the benchmark.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, TypeAlias

from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.pyzbar_reader import PyzbarReader, is_pyzbar_usable
from kiosk.scanning.reader import Code, Corners, Reader
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Matrix = npt.NDArray[np.float64]

# Smaller than this no code fits; and OpenCV refuses to scale nothing.
_SMALLEST_SIDE_PX = 32
_SQUARE_PX = (160, 480)
_SQUARES_AT_MOST = 3
_STRETCH = 1.8


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """What to look at again: a picture, and the codes located in it that could not be read."""

    luminance: Plane
    unread: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A picture made easier to read; ``back`` (3 by 3) maps its points to the original's."""

    luminance: Plane
    back: Matrix


Prepare: TypeAlias = Callable[[Target], Iterator[Prepared]]


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look again: how the picture is prepared, and who reads it then."""

    name: str
    reader: Reader
    prepare: Prepare

    def read(self, target: Target) -> list[Code]:
        """Return the codes read, corners in the original picture; those only located are left out."""
        return [
            code.moved_to(_map_corners(code.corners, prepared.back), self.name)
            for prepared in self.prepare(target)
            for code in self.reader.read(prepared.luminance)
            if code.is_read
        ]


def make_looks() -> tuple[Look, ...]:
    """Return the looks in the order in which they pay (codes gained for time spent), best first."""
    zxing = ZxingReader()
    looks = [
        Look("square", zxing, _square),
        Look("global", ZxingReader(is_global=True), _as_is),
        Look("half-dark", zxing, partial(_half, 4.0)),
        Look("near", zxing, _near),
        Look("half-bright", zxing, partial(_half, 0.5)),
        Look("bright", zxing, partial(_with_gamma, 0.5)),
        Look("half-dim", zxing, partial(_half, 2.0)),
        Look("dark", zxing, partial(_with_gamma, 4.0)),
        Look("wide", zxing, _wide),
    ]
    if is_pyzbar_usable():
        looks.append(Look("as-is", PyzbarReader(), _as_is))
    return tuple(looks)


def _as_is(target: Target) -> Iterator[Prepared]:
    """The picture itself, for a reader with another opinion of it."""
    yield Prepared(target.luminance, _back())


def _with_gamma(gamma: float, target: Target) -> Iterator[Prepared]:
    """Brightened (gamma under 1) or darkened: glare and shade that a local threshold gives up on."""
    yield Prepared(_apply_gamma(target.luminance, gamma), _back())


def _half(gamma: float, target: Target) -> Iterator[Prepared]:
    """Half the size and another brightness: noise averages out, at a quarter of the cost."""
    if min(target.luminance.shape) < _SMALLEST_SIDE_PX:
        return
    half = _scale(target.luminance, 0.5, 0.5)
    yield Prepared(_apply_gamma(half, gamma), _back(by_x=2, by_y=2))


def _near(target: Target) -> Iterator[Prepared]:
    """The middle, twice as large and sharpened: a code so far away that its modules run together."""
    cv2 = load_cv2()
    height_px, width_px = target.luminance.shape
    if min(height_px, width_px) < _SMALLEST_SIDE_PX:
        return
    top, left = height_px // 4, width_px // 4
    middle = target.luminance[top : height_px - top, left : width_px - left]
    large = cv2.resize(middle, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    sharp = cv2.addWeighted(large, 2.5, cv2.GaussianBlur(large, (0, 0), 2), -1.5, 0)
    yield Prepared(sharp, _back(by_x=0.5, by_y=0.5, left=left, top=top))


def _wide(target: Target) -> Iterator[Prepared]:
    """Stretched sideways: a label seen steeply from the left or the right."""
    if min(target.luminance.shape) < _SMALLEST_SIDE_PX:
        return
    yield Prepared(_scale(target.luminance, _STRETCH, 1), _back(by_x=1 / _STRETCH))


def _square(target: Target) -> Iterator[Prepared]:
    """The codes located but not read, each made a square again."""
    cv2 = load_cv2()
    import numpy as np

    for code in target.unread[:_SQUARES_AT_MOST]:
        quad = np.array(code.corners, np.float32)
        longest_px = max(float(np.linalg.norm(quad[i] - quad[i - 1])) for i in range(4))
        side = int(min(max(2 * longest_px, _SQUARE_PX[0]), _SQUARE_PX[1]))
        near, far = side * 0.12, side * 0.88
        square = np.array([[near, near], [far, near], [far, far], [near, far]], np.float32)
        there = cv2.getPerspectiveTransform(quad, square)
        if abs(float(np.linalg.det(there))) < 1e-9:
            continue
        flat = cv2.warpPerspective(
            target.luminance,
            there,
            (side, side),
            flags=cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REPLICATE,
        )
        yield Prepared(flat, np.linalg.inv(there))


def _back(by_x: float = 1, by_y: float = 1, left: float = 0, top: float = 0) -> Matrix:
    import numpy as np

    return np.array([[by_x, 0, left], [0, by_y, top], [0, 0, 1]], np.float64)


def _map_corners(corners: Corners, matrix: Matrix) -> Corners:
    import numpy as np

    points = np.column_stack([np.array(corners), np.ones(4)]) @ matrix.T
    a, b, c, d = ((float(x / w), float(y / w)) for x, y, w in points)
    return (a, b, c, d)


def _scale(luminance: Plane, by_x: float, by_y: float) -> Plane:
    cv2 = load_cv2()
    way = cv2.INTER_AREA if by_x < 1 else cv2.INTER_LINEAR
    scaled: Plane = cv2.resize(luminance, None, fx=by_x, fy=by_y, interpolation=way)
    return scaled


def _apply_gamma(luminance: Plane, gamma: float) -> Plane:
    cv2 = load_cv2()
    changed: Plane = cv2.LUT(luminance, _make_gamma_table(gamma))
    return changed


@cache
def _make_gamma_table(gamma: float) -> Plane:
    import numpy as np

    return (255 * (np.arange(256) / 255) ** gamma).astype(np.uint8)
