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
from kiosk.scanning.pyzbar_reader import PyzbarReader
from kiosk.scanning.reader import Code, Corners, Reader
from kiosk.scanning.zxing_reader import ZxingReader

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Matrix = npt.NDArray[np.float64]

# A code made square again, with as much of its surroundings as the finder patterns may be off by.
_SQUARE_PX = (160, 640)
_SQUARE_MARGIN = 0.3
_SQUARES_AT_MOST = 4
_LARGER = 1.5


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
    return (
        Look("global", ZxingReader(is_global=True), _as_is),
        Look("square", zxing, _square),
        Look("half-dark", zxing, partial(_half, 4.0)),
        Look("near", zxing, _near),
        Look("bright", zxing, partial(_with_gamma, 0.5)),
        Look("half-dim", zxing, partial(_half, 2.0)),
        Look("larger", zxing, _larger),
        Look("sharp", zxing, _sharp),
        Look("as-is", PyzbarReader(), _as_is),
    )


def _as_is(target: Target) -> Iterator[Prepared]:
    """The picture itself, for a reader with another opinion of it."""
    yield Prepared(target.luminance, _back())


def _with_gamma(gamma: float, target: Target) -> Iterator[Prepared]:
    """Brightened (gamma under 1) or darkened: glare and shade that a local threshold gives up on."""
    yield Prepared(_apply_gamma(target.luminance, gamma), _back())


def _half(gamma: float, target: Target) -> Iterator[Prepared]:
    """Half the size and another brightness: noise averages out, at a quarter of the cost."""
    cv2 = load_cv2()
    half = cv2.resize(target.luminance, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    yield Prepared(_apply_gamma(half, gamma), _back(scale=2))


def _near(target: Target) -> Iterator[Prepared]:
    """The middle, twice as large and sharpened: a code so far away that its modules run together."""
    height_px, width_px = target.luminance.shape
    top, left = height_px // 4, width_px // 4
    middle = target.luminance[top : height_px - top, left : width_px - left]
    yield Prepared(_sharpen(_enlarge(middle, 2), 2), _back(scale=0.5, left=left, top=top))


def _larger(target: Target) -> Iterator[Prepared]:
    """The whole picture larger and sharpened: the same, for a code that is not in the middle."""
    yield Prepared(_sharpen(_enlarge(target.luminance, _LARGER), 2), _back(scale=1 / _LARGER))


def _sharp(target: Target) -> Iterator[Prepared]:
    """Sharpened only: slightly out of focus."""
    yield Prepared(_sharpen(target.luminance, 1.5), _back())


def _square(target: Target) -> Iterator[Prepared]:
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


def _back(scale: float = 1, left: float = 0, top: float = 0) -> Matrix:
    import numpy as np

    return np.array([[scale, 0, left], [0, scale, top], [0, 0, 1]], np.float64)


def _map_corners(corners: Corners, matrix: Matrix) -> Corners:
    import numpy as np

    points = np.column_stack([np.array(corners), np.ones(4)]) @ matrix.T
    a, b, c, d = ((float(x / w), float(y / w)) for x, y, w in points)
    return (a, b, c, d)


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
