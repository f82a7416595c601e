"""How much a tour is like a real visit that began at the same stop and held as many: which stops, and in which order.

The guide plans for minutes: it is asked for the least that hold so many stops. The plain ways go where they say next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any, Final

from kiosk.guide.evaluate.rankers import Ranker
from kiosk.guide.evaluate.trails import Trail
from kiosk.guide.moment import Moment
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.tour import make_plan
from kiosk.guide.wishes import LEAST_MINUTES, MOST_MINUTES, Wishes

LEAST_STOPS: Final = 3
"""A visit of fewer is no tour."""

MOST_STOPS: Final = 12
"""A visit of more is no tour either, but a day: two in a hundred of the public ones."""

TourMaker = Callable[[str, int], Sequence[str]]
"""Returns a tour from a stop on, of so many stops with it; fewer where it finds no more."""


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


def make_planner(ground: SiteGround) -> TourMaker:
    """Return what plans a tour as the device does, for the least minutes that hold so many stops."""

    @cache
    def plan(start: str, minutes: int) -> list[str]:
        moment = Moment("", "", start, (start,), wishes=Wishes(minutes=minutes))
        return [start, *(stop.stop_id for stop in make_plan(ground, moment).stops)]

    def make(start: str, count: int) -> Sequence[str]:
        low, high = LEAST_MINUTES, MOST_MINUTES
        while low < high:
            middle = (low + high) // 2
            made = plan(start, middle)
            if len(made) == count:
                return made
            low, high = (low, middle) if len(made) > count else (middle + 1, high)
        return plan(start, high)[:count]

    return make


def make_walker(rank: Ranker) -> TourMaker:
    """Return what goes where ``rank`` says next, again and again."""

    def make(start: str, count: int) -> Sequence[str]:
        made = [start]
        while len(made) < count and (following := rank([(stop, 0.0) for stop in made], 1)):
            made += following
        return made

    return make


def _find_f1(made: set[Any], real: set[Any]) -> float:
    right = len(made & real)
    return 2 * right / (len(made) + len(real)) if right else 0.0
