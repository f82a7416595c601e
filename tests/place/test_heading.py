from __future__ import annotations

import pytest

from kiosk.place.estimate import Estimate
from kiosk.place.events import Fix
from kiosk.place.heading import KEPT_MS, Heading


def feed(heading: Heading, second: int, east: float, north: float, **motion: float) -> None:
    now = Estimate(east, north, 5.0, second * 1000)
    heading.take(Fix(0, 0, 5.0, second * 1000, **motion), now)


def test_a_walkers_course_is_taken_from_the_receiver() -> None:
    heading = Heading()
    for second in range(5):
        feed(heading, second, 0, 0, course_deg=90.0, speed_m_s=1.2)
    assert heading.find_deg(4_000) == pytest.approx(90, abs=1)


def test_the_course_of_one_who_stands_is_noise() -> None:
    heading = Heading()
    for second in range(20):
        feed(heading, second, 0, 0, course_deg=17.0 * second % 360, speed_m_s=0.2)
    assert heading.find_deg(19_000) is None


def test_it_is_kept_for_a_moment_and_no_longer() -> None:
    heading = Heading()
    feed(heading, 0, 0, 0, course_deg=45.0, speed_m_s=1.2)
    assert heading.find_deg(KEPT_MS) is not None
    assert heading.find_deg(KEPT_MS + 1) is None


def test_round_north_it_does_not_swing_to_the_south() -> None:
    heading = Heading()
    for second, course in enumerate([350.0, 10.0, 355.0, 5.0, 0.0]):
        feed(heading, second, 0, 0, course_deg=course, speed_m_s=1.2)
    found = heading.find_deg(4_000)
    assert found is not None and min(found, 360 - found) < 10


def test_without_a_measured_speed_the_way_shows_it() -> None:
    heading = Heading()
    for second in range(12):
        feed(heading, second, 0, -1.2 * second)
    assert heading.find_deg(11_000) == pytest.approx(180, abs=1)


def test_drift_is_no_walking() -> None:
    heading = Heading()
    for second in range(60):
        feed(heading, second, 0.1 * second, 0)
    assert heading.find_deg(59_000) is None


def test_who_turns_round_goes_the_other_way() -> None:
    heading = Heading()
    for second in range(5):
        feed(heading, second, 0, 0, course_deg=0.0, speed_m_s=1.2)
    for second in range(5, 11):
        feed(heading, second, 0, 0, course_deg=180.0, speed_m_s=1.2)
    assert heading.find_deg(10_000) == pytest.approx(180, abs=1)
