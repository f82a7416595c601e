"""The orienteering problem: from one place to another within a budget, past those places that are worth most together.

Solved by iterated local search in plain Python, always the same for the same seed: a part of the tour is taken out,
what is worth most for its cost goes in, the tour is untangled and filled up. The search begins from several tours, each
through another place far away, because no small change leads from one corner of a site to another.
Measured against proved optima by ``./run bench plan``; why no library does it: docs/adr/0173.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from kiosk.guide.route_moves import LEAST, Costs, Route, fill, measure, shorten, untangle

ROUNDS: Final = 400
"""How often a tour is changed in a problem of 50 places; of more places as often as takes about the same time."""

LEAST_ROUNDS: Final = 40
_FULL_SPEED: Final = 50  # places
_STARTS: Final = 6
_PATIENCE: Final = 60  # rounds without a better tour before the search goes on from another one
_TAKEN_OUT: Final = 0.4  # of the tour at most
_WORSE: Final = 0.03  # of the best gain: from a tour that is so much worse the search still goes on
_POWERS: Final = (1.0, 2.0, 3.0)  # of the gain, weighed against the cost


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. Places are numbers.

    Attributes:
        costs: From each place to each, symmetric, never negative; half of a stay is in each of the two ways.
        gains: What each place is worth, above 0.
        budget: What the tour may cost.
        start: Where it begins.
        end: Where it ends; another number than ``start`` for a round too.
    """

    costs: Costs
    gains: Sequence[float]
    budget: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tour:
    """A way from start to end, both in ``route``: what it costs, and what it is worth."""

    route: Route
    cost: float
    gain: float

    def beats(self, other: Tour) -> bool:
        """Tell whether this one is worth more, or costs less and is worth as much."""
        if abs(self.gain - other.gain) > LEAST:
            return self.gain > other.gain
        return self.cost < other.cost - LEAST


def solve(problem: Problem, rounds: int = ROUNDS, seed: int = 0) -> Route:
    """Return the places to go to between start and end, in their order; never over the budget.

    Takes about 0.1 s for 50 places, and not much longer for 200.
    """
    if problem.costs[problem.start][problem.end] > problem.budget:
        return []
    size = max(1.0, len(problem.gains) / _FULL_SPEED)
    return _Search(problem, seed).run(max(min(rounds, LEAST_ROUNDS), int(rounds / size**2))).route[1:-1]


class _Search:
    def __init__(self, problem: Problem, seed: int) -> None:
        self.problem = problem
        self.random = Random(seed)
        self.places = frozenset(range(len(problem.gains))) - {problem.start, problem.end}
        self.worths = [[gain**power for gain in problem.gains] for power in _POWERS]

    def run(self, rounds: int) -> Tour:
        others = self._make_starts()
        best = now = others.pop(0)
        waited = 0
        for _ in range(rounds):
            changed = self._change(now)
            waited += 1
            if changed.beats(best):
                best = now = self._finish(changed.route, self.worths[1])
                waited = 0
            elif changed.gain >= now.gain - _WORSE * best.gain * self.random.random():
                now = changed
            if waited >= _PATIENCE:
                now, waited = (others.pop(0) if others else best), 0
        return best

    def _make_starts(self) -> list[Tour]:
        """Return tours to begin from, the best first: one greedy, the others through places far away."""
        costs, start, end = self.problem.costs, self.problem.start, self.problem.end
        there = sorted((-(costs[start][place] + costs[place][end]), place) for place in self.places)
        far = [place for minus_cost, place in there if -minus_cost <= self.problem.budget]
        chosen = far[: len(far) // 2 + 1 : max(1, len(far) // (2 * _STARTS))][:_STARTS]
        routes = [[start, end], *([start, place, end] for place in chosen)]
        tours = [self._finish(route, self.worths[1]) for route in routes]
        return sorted(tours, key=lambda tour: (-tour.gain, tour.cost))

    def _change(self, tour: Tour) -> Tour:
        route = self._take_out(tour.route)
        random = self.random.random
        worth = [one * (0.5 + random()) for one in self.random.choice(self.worths)]
        free = set(self.places.difference(route))
        self._fill(route, worth, free)
        if untangle(self.problem.costs, route):
            self._fill(route, worth, free)
        return self._weigh(route)

    def _take_out(self, route: Route) -> Route:
        """Return the route without a piece of it, or without places that lie near each other."""
        inner = len(route) - 2
        if inner < 1:
            return route[:]
        count = 1 + int(self.random.random() * max(1, int(inner * _TAKEN_OUT)))
        if self.random.random() < 0.6:
            at = self.random.randint(1, inner + 1 - count)
            return route[:at] + route[at + count :]
        row = self.problem.costs[self.random.choice(route[1:-1])]
        gone = set(sorted(route[1:-1], key=row.__getitem__)[:count])
        return [place for place in route if place not in gone]

    def _finish(self, route: Route, worth: Sequence[float]) -> Tour:
        """Make the best of a route: fill it, shorten it, fill it up."""
        free = set(self.places.difference(route))
        self._fill(route, worth, free)
        shorten(self.problem.costs, route)
        self._fill(route, worth, free)
        return self._weigh(route)

    def _fill(self, route: Route, worth: Sequence[float], free: set[int]) -> None:
        costs = self.problem.costs
        fill(costs, route, worth, free, self.problem.budget - measure(costs, route))

    def _weigh(self, route: Route) -> Tour:
        gains = self.problem.gains
        return Tour(route, measure(self.problem.costs, route), sum([gains[place] for place in route]))
