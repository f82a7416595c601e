from __future__ import annotations

from math import hypot

from kiosk.place.estimate import JUMP_MS, Estimator
from kiosk.place.events import Fix
from kiosk.place.ground import Ground

GROUND = Ground(28.5245, 77.1855)


def fix(east: float, north: float, at_s: float, accuracy_m: float = 6.0) -> Fix:
    return Fix(*GROUND.to_degrees(east, north), accuracy_m, round(at_s * 1000))


def off(estimator: Estimator, east: float, north: float) -> float:
    assert estimator.now is not None
    return hypot(estimator.now.east_m - east, estimator.now.north_m - north)


def test_the_first_fix_is_believed() -> None:
    estimator = Estimator(GROUND)
    assert estimator.take(fix(10, 20, 0))
    assert off(estimator, 10, 20) < 0.1 and estimator.has_leapt


def test_it_follows_a_walk_within_a_few_steps() -> None:
    estimator = Estimator(GROUND)
    for second in range(60):
        assert estimator.take(fix(1.3 * second, 0, second))
    assert off(estimator, 1.3 * 59, 0) < 5


def test_many_fixes_are_not_taken_for_more_than_they_are_worth() -> None:
    """The error of a receiver drifts: a hundred fixes in a row are wrong together."""
    estimator = Estimator(GROUND)
    for second in range(100):
        estimator.take(fix(0, 0, second, accuracy_m=10))
    assert estimator.now is not None and estimator.now.accuracy_m >= 7


def test_a_reflection_is_left_out() -> None:
    estimator = Estimator(GROUND)
    for second in range(20):
        estimator.take(fix(0, 0, second))
    assert [estimator.take(fix(60, 0, 20 + second)) for second in range(4)] == [False] * 4
    assert off(estimator, 0, 0) < 0.1
    assert estimator.take(fix(0, 0, 24)) and not estimator.has_leapt


def test_a_jump_that_stays_was_none() -> None:
    estimator = Estimator(GROUND)
    for second in range(20):
        estimator.take(fix(0, 0, second))
    believed = [estimator.take(fix(300, 0, 20 + second)) for second in range(20)]
    assert believed.index(True) == JUMP_MS // 1000
    assert off(estimator, 300, 0) < 1


def test_reflections_here_and_there_never_become_the_place() -> None:
    estimator = Estimator(GROUND)
    for second in range(20):
        estimator.take(fix(0, 0, second, accuracy_m=3))
    for second in range(9):
        estimator.take(fix(400 * (-1) ** second, 200, 20 + second, accuracy_m=3))
    assert off(estimator, 0, 0) < 0.1


def test_after_a_tunnel_it_begins_anew() -> None:
    estimator = Estimator(GROUND)
    estimator.take(fix(0, 0, 0))
    estimator.take(fix(0, 0, 1))
    assert estimator.take(fix(400, 0, 60)) and estimator.has_leapt
    assert off(estimator, 400, 0) < 0.1


def test_a_clock_that_jumps_back_begins_anew() -> None:
    estimator = Estimator(GROUND)
    estimator.take(fix(0, 0, 100))
    assert estimator.take(fix(50, 0, 10)) and estimator.has_leapt
    assert off(estimator, 50, 0) < 0.1


def test_two_fixes_of_one_moment_do_no_harm() -> None:
    estimator = Estimator(GROUND)
    for _ in range(3):
        assert estimator.take(fix(0, 0, 5))


def test_what_a_receiver_boasts_is_not_believed_without_end() -> None:
    estimator = Estimator(GROUND)
    estimator.take(fix(0, 0, 0, accuracy_m=1e-9))
    estimator.take(fix(1, 0, 1, accuracy_m=1e-9))
    assert estimator.now is not None and estimator.now.accuracy_m >= 1
