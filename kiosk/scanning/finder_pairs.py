"""Where the third finder of a code must be when only two are whole: glare, a tear or a sticker lies on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import hypot, log
from typing import TYPE_CHECKING

from kiosk.scanning.finder_patterns import Finder
from kiosk.scanning.finder_triples import FINDER_SIDES_RATIO, Triple, make_triple, measure_axes

if TYPE_CHECKING:
    from kiosk.scanning.finder_patterns import Numbers

_FINDERS_AT_MOST = 8
# In modules, between the centres of two finders of one code: version 1 to 40.
_NEAREST, _FARTHEST = 10.0, 200.0
# Off the finder's own axes: on one for an edge, on both alike for a diagonal.
_OFF_AXIS = 0.25
_OFF_DIAGONAL = 0.5


def find_guessed_triples(finders: Sequence[Finder]) -> list[Triple]:
    """Return triples of two ``finders`` and a guessed third, likeliest pairs first: up to six for each pair."""
    guessed: list[tuple[float, Triple]] = []
    for one, other in combinations(finders[:_FINDERS_AT_MOST], 2):
        unlike = abs(log(one.module_px / other.module_px))
        if unlike < log(FINDER_SIDES_RATIO):
            guessed += [(unlike, triple) for triple in _guess(one, other)]
    guessed.sort(key=lambda each: each[0])
    return [triple for _, triple in guessed]


def _guess(one: Finder, other: Finder) -> Iterator[Triple]:
    axes = measure_axes(one)
    across, down = _measure_way(one, other, axes)
    length = hypot(across, down)
    if not _NEAREST < length < 1.5 * _FARTHEST:
        return
    if min(abs(across), abs(down)) < _OFF_AXIS * length:
        yield from _guess_beside_edge(one, other)
        yield from _guess_beside_edge(other, one)
    elif abs(log(abs(across / down))) < _OFF_DIAGONAL:
        yield make_triple(_move(one, across * axes[0]), one, other, whole=(False, True, True))
        yield make_triple(_move(one, down * axes[1]), one, other, whole=(False, True, True))


def _guess_beside_edge(turn: Finder, along: Finder) -> Iterator[Triple]:
    """Yield the two triples whose turn is ``turn``: the third is to one side of the edge, or the other."""
    axes = measure_axes(turn)
    across, down = _measure_way(turn, along, axes)
    beside = axes[1] if abs(across) > abs(down) else axes[0]
    modules = max(abs(across), abs(down))
    for side in (modules, -modules):
        yield make_triple(turn, along, _move(turn, side * beside), whole=(True, True, False))


def _measure_way(one: Finder, other: Finder, axes: Numbers) -> tuple[float, float]:
    """Return the way from ``one`` to ``other`` in modules along the two ``axes``."""
    import numpy as np

    way = np.array(other.centre) - np.array(one.centre)
    across, down = np.linalg.solve(axes.T, way)
    return float(across), float(down)


def _move(finder: Finder, by_px: Numbers) -> Finder:
    x, y = finder.centre
    return Finder(finder.quad + by_px, (x + float(by_px[0]), y + float(by_px[1])), finder.module_px)
