"""The orienteering problem: from one place to another within a budget, past those places that are worth most in all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

Tour = list[int]


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. Places are numbers; ``costs`` are symmetric and never negative, ``inf`` where no way leads.

    Attributes:
        costs: From each place to each, with half of what a stay at either takes.
        gains: What each place is worth, above 0.
        budget: What the tour may cost.
        start: Where it begins.
        end: Where it ends; the same as ``start`` for a round.
    """

    costs: Sequence[Sequence[float]]
    gains: Sequence[float]
    budget: float
    start: int
    end: int


def solve(problem: Problem) -> Tour:
    """Return the places to go to between start and end, in their order."""
    tour = [problem.start, problem.end]
    waiting = [place for place in range(len(problem.gains)) if place not in (problem.start, problem.end)]
    left = problem.budget - problem.costs[problem.start][problem.end]
    while True:
        best = max((_weigh(problem, tour, place, left) for place in waiting), default=(0.0, 0.0, 0, 0))
        if best[0] <= 0.0:
            return tour[1:-1]
        _, extra, place, at = best
        tour.insert(at, place)
        waiting.remove(place)
        left += extra


def _weigh(problem: Problem, tour: Tour, place: int, left: float) -> tuple[float, float, int, int]:
    """Return the worth of a place for what it costs at best, that cost below 0, the place and where it goes in."""
    costs = problem.costs
    extra, at = min(
        (costs[tour[n]][place] + costs[place][tour[n + 1]] - costs[tour[n]][tour[n + 1]], n + 1)
        for n in range(len(tour) - 1)
    )
    if not extra <= left or extra == inf:
        return (0.0, 0.0, place, at)
    return (problem.gains[place] ** 2 / max(extra, 1e-9), -extra, place, at)
