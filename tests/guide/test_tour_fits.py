"""Whatever the site and whoever the visitor: a tour never takes longer than there is time, nor leads where one may not go.

``./run bench plan`` tries 10,000 of the same.
"""

from __future__ import annotations

from math import inf
from random import Random

import pytest

from kiosk.guide.expect import expect
from kiosk.guide.tour import make_plan
from tests.guide.random_sites import find_faults, make_moment, make_site


@pytest.mark.parametrize("start", range(0, 120, 30))
def test_no_tour_of_any_visitor_on_any_site_takes_longer_than_there_is_time(start: int) -> None:
    for seed in range(start, start + 30):
        random = Random(seed)
        ground = make_site(random)
        moment = make_moment(random, ground)
        assert find_faults(ground, moment, make_plan(ground, moment)) == [], f"case {seed}"


@pytest.mark.parametrize("seed", range(6))
def test_what_to_expect_is_told_of_any_site(seed: int) -> None:
    random = Random(seed)
    ground = make_site(random, most_stops=15)
    moment = make_moment(random, ground)
    for told in expect(ground, moment, (0, 20, 40)):
        few, many = told.stops
        assert 0 <= few <= len(told.plan.stops) <= many < inf
        assert told.plan.minutes[2] <= told.minutes
