from __future__ import annotations

import random
from itertools import pairwise
from math import hypot

import pytest

from kiosk.place.chance import SIGMAS_IN_ACCURACY, chance_within


@pytest.mark.parametrize(("radius", "distance", "accuracy"), [(8, 0, 5), (8, 6, 5), (20, 25, 10), (5, 3, 15)])
def test_it_is_what_drawing_lots_says(radius: float, distance: float, accuracy: float) -> None:
    rng, sigma, inside = random.Random(1), accuracy / SIGMAS_IN_ACCURACY, 0
    for _ in range(20_000):
        inside += hypot(distance + rng.gauss(0, sigma), rng.gauss(0, sigma)) <= radius
    assert chance_within(radius, distance, accuracy) == pytest.approx(inside / 20_000, abs=0.03)


def test_in_the_middle_of_its_own_circle_it_is_two_in_three() -> None:
    assert chance_within(10, 0, 10) == pytest.approx(0.68, abs=0.04)


def test_far_away_it_is_nothing_and_well_inside_it_is_sure() -> None:
    assert chance_within(10, 100, 5) == 0
    assert chance_within(100, 10, 5) == 1


def test_it_falls_with_the_distance() -> None:
    chances = [chance_within(10, away, 6) for away in range(40)]
    assert all(further <= nearer + 0.02 for nearer, further in pairwise(chances))
