"""Which three finder patterns belong to one code, and how large that code is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations
from math import hypot, log, prod
from typing import TYPE_CHECKING

from kiosk.scanning.finder_patterns import FINDERS_AT_MOST, Finder
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.surfaces import HOLE
from kiosk.scanning.symbol_layout import FINDER, LARGEST_VERSION, SMALLEST_VERSION

if TYPE_CHECKING:
    from kiosk.scanning.finder_patterns import Numbers, Quad

# In modules, as the finder at the turn sees them: perspective changes what a module is on the way.
_NEAREST, _FARTHEST = 10, 260
_SIDES_RATIO = 2.5
# How unlike in size two finders of one code may be.
FINDER_SIDES_RATIO = 3.3
_OFF_AXIS = 0.4
_OFF_SQUARE = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Triple:
    """Three finders of one code: at the turn, then clockwise (top right, bottom left).

    ``quads`` are their holes' corners, each from the top left clockwise as the code stands; ``whole`` tells which
    were found and which only guessed.
    """

    turn: Finder
    right: Finder
    below: Finder
    quads: tuple[Quad, Quad, Quad]
    whole: tuple[bool, bool, bool] = (True, True, True)

    @property
    def module_px(self) -> float:
        """How large a module is, on average."""
        return (self.turn.module_px + self.right.module_px + self.below.module_px) / 3

    @property
    def place(self) -> tuple[int, ...]:
        """Where it is, to about two modules; for telling whether it was tried already."""
        finders = (self.turn, self.right, self.below)
        return tuple(round(part / finder.module_px / 2) for finder in finders for part in finder.centre)


def find_triples(finders: Sequence[Finder], most: int = 4) -> list[Triple]:
    """Return up to ``most`` triples that may be one code's, likeliest first; FINDERS_AT_MOST ``finders`` are looked at."""
    found: list[tuple[float, Finder, Finder, Finder]] = []
    looked_at = finders[:FINDERS_AT_MOST]
    for turn in looked_at:
        for (one, to_one), (other, to_other) in combinations(_look_from(turn, looked_at), 2):
            misfit = _measure_misfit(to_one, to_other)
            if misfit is None:
                continue
            misfit += sum(0.3 * abs(log(each.module_px / turn.module_px)) for each in (one, other))
            found.append((misfit, turn, one, other))
    likeliest = nsmallest(most, found, key=lambda each: each[0])
    return [make_triple(turn, one, other) for _, turn, one, other in likeliest]


def make_triple(
    turn: Finder, one: Finder, other: Finder, whole: tuple[bool, bool, bool] = (True, True, True)
) -> Triple:
    """Return the triple of the finder at the ``turn`` and two others in any order, ``whole`` in the order given."""
    import numpy as np

    right, below = one, other
    if not _is_clockwise(turn, one, other):
        right, below, whole = other, one, (whole[0], whole[2], whole[1])
    corner, across, down = (np.array(each.centre) for each in (turn, right, below))
    to_right = (across - corner) / max(float(np.linalg.norm(across - corner)), 1e-6)
    to_below = (down - corner) / max(float(np.linalg.norm(down - corner)), 1e-6)
    around = np.array([-to_right - to_below, to_right - to_below, to_right + to_below, to_below - to_right])
    a, b, c = (_turn_like(each.quad, around) for each in (turn, right, below))
    return Triple(turn, right, below, (a, b, c), whole)


def measure_axes(finder: Finder) -> Numbers:
    """Return the two ways a finder's sides go, each a module long, as rows of (x, y) pixels."""
    import numpy as np

    a, b, c, d = finder.quad
    return np.array([(b - a + c - d) / 10, (d - a + c - b) / 10])


def list_versions(triple: Triple) -> tuple[int, ...]:
    """Return the versions that the code of ``triple`` may have, likeliest first."""
    turn, right, below = triple.quads
    if triple.whole[0]:
        counted = [_count_modules(turn, right, 0), _count_modules(turn, below, 1)]
        counted = [count for count, is_whole in zip(counted, triple.whole[1:], strict=True) if is_whole]
    else:
        counted = [_count_diagonally(right, below)]
    likeliest = round((prod(counted) ** (1 / len(counted)) + FINDER - 17) / 4)
    likeliest = min(max(likeliest, SMALLEST_VERSION), LARGEST_VERSION)
    others = (likeliest + 1, likeliest - 1, likeliest + 2, likeliest - 2)
    return (likeliest, *(other for other in others if SMALLEST_VERSION <= other <= LARGEST_VERSION))


def _look_from(turn: Finder, finders: Sequence[Finder]) -> list[tuple[Finder, tuple[float, float]]]:
    """Return the finders of about that size that lie along its sides, each with its place in modules as ``turn`` sees it."""
    cv2 = load_cv2()
    import numpy as np

    to_modules = cv2.getAffineTransform(
        turn.quad[:3].astype(np.float32), np.array(HOLE[:3], np.float32) - FINDER / 2
    ).tolist()
    seen = []
    for other in finders:
        if (
            other is turn
            or not 1 / FINDER_SIDES_RATIO < other.module_px / turn.module_px < FINDER_SIDES_RATIO
        ):
            continue
        x, y = other.centre
        across, down = (a * x + b * y + c for a, b, c in to_modules)
        length = hypot(across, down)
        if _NEAREST <= length <= _FARTHEST and min(abs(across), abs(down)) <= _OFF_AXIS * length:
            seen.append((other, (across, down)))
    return seen


def _measure_misfit(one: tuple[float, float], other: tuple[float, float]) -> float | None:
    """Return how unlike two sides of a square, along the finder's own, two arrows are; None where too unlike."""
    length, other_length = hypot(*one), hypot(*other)
    sides = abs(log(length / other_length))
    square = abs(one[0] * other[0] + one[1] * other[1]) / (length * other_length)
    if sides > log(_SIDES_RATIO) or square > _OFF_SQUARE:
        return None
    axes = min(abs(one[0]), abs(one[1])) / length + min(abs(other[0]), abs(other[1])) / other_length
    return sides + square + axes


def _is_clockwise(turn: Finder, one: Finder, other: Finder) -> bool:
    (x, y), (one_x, one_y), (other_x, other_y) = turn.centre, one.centre, other.centre
    return (one_x - x) * (other_y - y) - (one_y - y) * (other_x - x) > 0


def _turn_like(quad: Quad, around: Numbers) -> Quad:
    """Return ``quad`` begun at, and going round in, the order of the four directions ``around``."""
    import numpy as np

    orders = [np.roll(way, first, axis=0) for way in (quad, quad[::-1]) for first in range(4)]
    middle = quad.mean(axis=0)
    return max(orders, key=lambda order: float(((order - middle) * around).sum()))


def _count_modules(near: Quad, far: Quad, axis: int) -> float:
    """Return how many modules lie between the centres of two finders along ``axis`` (0 across, 1 down)."""
    import numpy as np

    sides = ((0, 1), (3, 2)) if axis == 0 else ((0, 3), (1, 2))
    modules_px = [
        float(np.mean([np.linalg.norm(quad[b] - quad[a]) for a, b in sides])) / 5 for quad in (near, far)
    ]
    apart_px = np.linalg.norm(far.mean(axis=0) - near.mean(axis=0))
    return float(apart_px / max((modules_px[0] * modules_px[1]) ** 0.5, 0.1))


def _count_diagonally(right: Quad, below: Quad) -> float:
    import numpy as np

    diagonals = [float(np.linalg.norm(quad[3] - quad[1])) / 5 for quad in (right, below)]
    apart_px = np.linalg.norm(right.mean(axis=0) - below.mean(axis=0))
    return float(apart_px / max((diagonals[0] * diagonals[1]) ** 0.5, 0.1))
