"""Second looks at a picture that a plain read got nothing from: what they are given, and what one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import dist
from typing import TYPE_CHECKING, Protocol, TypeAlias, runtime_checkable

from kiosk.scanning.grid_reader import GridReader
from kiosk.scanning.reader import Code, Corners, Reader

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from kiosk.scanning.frame import Plane

    Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """What to look at again.

    Attributes:
        luminance: The picture.
        unread: The codes located in it that could not be read.
        region: Where a code was in one of the last pictures, as (left, top, right, bottom) in pixels; None unknown.
        may_go_on: Tells whether there is time for a next step; a look of many steps asks before each.
    """

    luminance: Plane
    unread: tuple[Code, ...] = ()
    region: tuple[int, int, int, int] | None = None
    may_go_on: Callable[[], bool] = lambda: True


class Look(Protocol):
    """One way to look again."""

    @property
    def name(self) -> str:
        """What is put behind the reader's name in a code it reads."""
        ...

    @property
    def cost_ms(self) -> float:
        """The processor time it took a megapixel where it was measured; the ladder learns the true one."""
        ...

    def read(self, target: Target) -> list[Code]:
        """Return the codes read, corners in the target's picture; those only located are left out."""
        ...


@runtime_checkable
class SteppedLook(Look, Protocol):
    """A look that can be broken off after each of its steps, and gone on with later."""

    def take_steps(self, target: Target) -> Iterator[list[Code]]:
        """Yield nothing ([]) after each step that may take long, and what was read last of all."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A picture made easier to read; ``back`` (3 by 3) maps its points to the original's."""

    luminance: Plane
    back: Matrix


Prepare: TypeAlias = Callable[[Target], Iterator[Prepared]]


@dataclass(frozen=True, slots=True)
class PreparedLook:
    """The picture prepared in some way, and a reader that reads it then. See Look."""

    name: str
    reader: Reader
    prepare: Prepare
    cost_ms: float = 2.0

    def read(self, target: Target) -> list[Code]:
        """See Look."""
        found: list[Code] = []
        for prepared in self.prepare(target):
            for code in self.reader.read(prepared.luminance):
                moved = code.moved_to(map_corners(code.corners, prepared.back), self.name)
                if code.is_read and not any(_is_same(moved, other) for other in found):
                    found.append(moved)
        return found


@dataclass(frozen=True, slots=True)
class GridLook:
    """The modules of a code followed one by one. See SteppedLook."""

    name: str
    reader: GridReader
    cost_ms: float

    def read(self, target: Target) -> list[Code]:
        """See Look."""
        return next((found for found in self.take_steps(target) if found), [])

    def take_steps(self, target: Target) -> Iterator[list[Code]]:
        """See SteppedLook."""
        for code in self.reader.take_steps(target.luminance, target.may_go_on):
            yield [] if code is None else [code.moved_to(code.corners, self.name)]


def _is_same(code: Code, other: Code) -> bool:
    """Tell whether two are one code, seen in two of the pictures made."""
    return (
        code.text == other.text
        and dist(code.centre, other.centre) < dist(other.corners[0], other.corners[2]) / 2
    )


def map_corners(corners: Corners, matrix: Matrix) -> Corners:
    """Return ``corners`` moved by a homography (3 by 3)."""
    import numpy as np

    points = np.column_stack([np.array(corners), np.ones(4)]) @ matrix.T
    a, b, c, d = ((float(x / w), float(y / w)) for x, y, w in points)
    return (a, b, c, d)
