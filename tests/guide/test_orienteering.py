"""The search for tours: never over the budget, the same for the same seed, and close to the best."""

from __future__ import annotations

from itertools import permutations
from math import hypot
from random import Random

import pytest

from kiosk.guide.orienteering import Problem, solve
from kiosk.guide.route_moves import fill, measure, shorten, untangle


def make_problem(places: int, seed: int, budget: float = 2.0) -> Problem:
    """Return a round trip among random places in a square, its start twice; half of each stay in each way."""
    random = Random(seed)
    spots = [(random.random(), random.random()) for _ in range(places)]
    spots += [spots[0], spots[0]]
    halves = [random.uniform(0.0, 0.1) for _ in range(places)] + [0.0, 0.0]
    costs = [
        [hypot(a[0] - b[0], a[1] - b[1]) + one + other for b, other in zip(spots, halves, strict=True)]
        for a, one in zip(spots, halves, strict=True)
    ]
    gains = [random.uniform(1, 10) for _ in range(places)] + [0.0, 0.0]
    return Problem(costs, gains, budget, places, places + 1)


def cost_of(problem: Problem, route: list[int]) -> float:
    return measure(problem.costs, [problem.start, *route, problem.end])


@pytest.mark.parametrize("seed", range(8))
def test_among_seven_places_the_best_tour_is_found(seed: int) -> None:
    problem = make_problem(7, seed)
    best = max(
        sum(problem.gains[place] for place in route)
        for count in range(8)
        for route in permutations(range(7), count)
        if cost_of(problem, list(route)) <= problem.budget
    )
    assert sum(problem.gains[place] for place in solve(problem, rounds=150)) == pytest.approx(best)


@pytest.mark.parametrize("budget", [0.0, 0.3, 1.5, 4.0, 1e9])
def test_no_tour_is_over_its_budget_or_comes_twice_to_a_place(budget: float) -> None:
    problem = make_problem(30, 1, budget)
    route = solve(problem, rounds=60)
    assert len(set(route)) == len(route) and not {problem.start, problem.end} & set(route)
    assert cost_of(problem, route) <= budget
    assert (len(route) == 30) == (budget == 1e9)


def test_the_same_question_has_the_same_answer() -> None:
    problem = make_problem(30, 2)
    assert solve(problem, rounds=60) == solve(problem, rounds=60)


def test_where_everything_fits_the_tour_is_short() -> None:
    problem = make_problem(20, 3, 1e9)
    assert cost_of(problem, solve(problem)) < 0.7 * cost_of(problem, list(range(20)))


def test_a_budget_that_does_not_reach_the_end_gives_no_tour() -> None:
    far = Problem([[0.0, 1.0, 9.0], [1.0, 0.0, 9.0], [9.0, 9.0, 0.0]], [0.0, 5.0, 0.0], 8.0, 0, 2)
    assert solve(far) == []


def test_places_that_no_way_joins_are_not_gone_to() -> None:
    apart = [
        [0.0, 1.0, float("inf"), 0.0],
        [1.0, 0.0, float("inf"), 0.0],
        [float("inf")] * 4,
        [0.0, 0.0, float("inf"), 0.0],
    ]
    assert solve(Problem(apart, [0.0, 1.0, 100.0, 0.0], 5.0, 0, 3)) == [1]


def test_moves_make_a_route_cheaper_and_lose_nothing() -> None:
    problem = make_problem(20, 4)
    for move in (untangle, shorten):
        route = [problem.start, *range(20), problem.end]
        before = measure(problem.costs, route)
        move(problem.costs, route)
        assert measure(problem.costs, route) < before
        assert sorted(route) == sorted([problem.start, *range(20), problem.end])
        assert (route[0], route[-1]) == (problem.start, problem.end)


def test_filling_tells_what_is_left() -> None:
    problem = make_problem(20, 5)
    route, free = [problem.start, problem.end], set(range(20))
    left = fill(problem.costs, route, problem.gains, free, 2.0)
    assert left == pytest.approx(2.0 - measure(problem.costs, route)) and left >= 0
    assert free | set(route[1:-1]) == set(range(20))
