"""A ticket's days are judged by what the device really knows of today."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.tickets.validity import KnownDay, Period, judge_period

FIRST, LAST = date(2026, 11, 20), date(2026, 11, 26)
LONG_AGO = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("today", "period"),
    [
        (date(2026, 11, 19), Period.NOT_YET),
        (date(2026, 11, 20), Period.GOOD),
        (date(2026, 11, 26), Period.GOOD),
        (date(2026, 11, 27), Period.OVER),
    ],
)
def test_the_first_and_the_last_day_count(today: date, period: Period) -> None:
    assert judge_period(FIRST, LAST, KnownDay(LONG_AGO, today)) is period


def test_a_device_that_does_not_know_the_day_refuses_only_what_is_surely_over() -> None:
    assert judge_period(FIRST, LAST, KnownDay(LONG_AGO, None)) is Period.GOOD
    assert judge_period(FIRST, LAST, KnownDay(LAST, None)) is Period.GOOD
    assert judge_period(FIRST, LAST, KnownDay(date(2026, 11, 27), None)) is Period.OVER
