"""How much a tour is like a real visit that began at the same stop: which stops, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from kiosk.guide.evaluate.trails import Trail

LEAST_STOPS: Final = 3
"""A visit of fewer is no tour."""

MOST_STOPS: Final = 12
"""A visit of more is no tour either, but a day: two in a hundred of the public ones."""


@dataclass
class TourMatch:
    """Sums over tours of two measures, each 0 to 1.

    ``f1`` compares the stops, ``pairs_f1`` which of two stops comes before the other; the first stop is given, and counts.
    Source: Chen, Ong and Xie, Learning points and routes to recommend trajectories, CIKM 2016.
    """

    tours: int = 0
    f1_sum: float = 0.0
    pairs_f1_sum: float = 0.0

    def add(self, made: Sequence[str], real: Sequence[str]) -> None:
        """Compare one tour with one visit; each stop is in each of them once."""
        self.tours += 1
        self.f1_sum += _find_f1(set(made), set(real))
        self.pairs_f1_sum += _find_f1(set(combinations(made, 2)), set(combinations(real, 2)))

    @property
    def f1(self) -> float:
        """The mean F1 of stops; 0 where there was no tour."""
        return self.f1_sum / self.tours if self.tours else 0.0

    @property
    def pairs_f1(self) -> float:
        """The mean F1 of ordered pairs of stops."""
        return self.pairs_f1_sum / self.tours if self.tours else 0.0


def find_tours(trails: Sequence[Trail]) -> list[list[str]]:
    """Return the stops, in the order they were first seen, of each visit that is a tour."""
    visits = [list(dict.fromkeys(stay.item for stay in trail.stays)) for trail in trails]
    return [stops for stops in visits if LEAST_STOPS <= len(stops) <= MOST_STOPS]


def _find_f1(made: set[Any], real: set[Any]) -> float:
    right = len(made & real)
    return 2 * right / (len(made) + len(real)) if right else 0.0
