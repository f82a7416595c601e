"""When simulated visitors come: within opening hours, more of them at the weekend."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as some

from kiosk.app.simulate.opening import is_open, list_starts
from tests.app.simulate.conftest import _make_site

HOURS = "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-14:00"
A_MONDAY = date(2026, 6, 1)


@given(some.integers(0, 13), some.integers(0, 10_000))
def test_everybody_comes_while_it_is_open(day: int, seed: int) -> None:
    site = _make_site(opening_hours=HOURS)
    starts = list_starts(site, A_MONDAY + timedelta(days=day), Random(seed), 2.0)
    assert starts == sorted(starts)
    assert all(is_open(site, start) for start in starts)
    assert all(
        start.astimezone(ZoneInfo("Europe/Stockholm")).date() == A_MONDAY + timedelta(days=day)
        for start in starts
    )


def test_nobody_comes_on_a_day_without_hours() -> None:
    site, rng = _make_site(opening_hours=HOURS), Random(1)
    sunday = A_MONDAY + timedelta(days=6)
    assert all(list_starts(site, sunday + timedelta(days=7 * week), rng, 3.0) == [] for week in range(10))
    assert not is_open(site, datetime(2026, 6, 7, 10, tzinfo=UTC))


def test_hours_that_are_not_understood_are_the_usual_ones() -> None:
    site = _make_site(opening_hours="by appointment")
    assert is_open(site, datetime(2026, 6, 7, 10, tzinfo=UTC))
    assert not is_open(site, datetime(2026, 6, 7, 2, tzinfo=UTC))


def test_from_sunrise_to_sunset_is_a_day() -> None:
    site = _make_site(opening_hours="Mo-Su sunrise-sunset")
    assert is_open(site, datetime(2026, 6, 7, 5, tzinfo=UTC))
    assert not is_open(site, datetime(2026, 6, 7, 20, tzinfo=UTC))


def test_the_weekend_is_busier_than_its_week() -> None:
    site, rng = _make_site(), Random(5)
    by_weekday = [0] * 7
    for day in range(140):
        by_weekday[day % 7] += len(list_starts(site, A_MONDAY + timedelta(days=day), rng))
    assert min(by_weekday[5:]) > 1.3 * max(by_weekday[:4])
