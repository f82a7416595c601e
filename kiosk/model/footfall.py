"""Visits by the day: spans of days, and today against the same weekday of the weeks before.

Counts are of visits with a guide, told in full steps (:mod:`kiosk.model.steps`). Who walked by without one is in none of
them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from kiosk.model.suppression import HIDE_UNDER, hide

# As many weeks back as "usual" goes: enough that one holiday does not make it, few enough for the season to hold.
USUAL_WEEKS: Final = 8
# Beyond so many days a chart tells weeks, and beyond so many days of these months.
MOST_DAYS: Final = 35
MOST_DAYS_IN_WEEKS: Final = 400


@dataclass(frozen=True, slots=True)
class DaySpan:
    """How many visits were told of from ``first`` to ``last`` (both included)."""

    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True)
class Usual:
    """One day beside the same weekday of the weeks before. None: of too few.

    ``mean`` is that of ``weeks`` such days (0 where the hub is younger than a week).
    """

    day: date
    count: int | None
    mean: float | None
    weeks: int


def compare_day(counts: Mapping[date, int], since: date, day: date, under: int = HIDE_UNDER) -> Usual:
    """Return the visits of ``day`` beside those of the same weekday before it.

    ``counts`` are told in full steps. ``since`` is the first day of which anything is known: from then on a day of which
    nothing is told counts as one with none.
    """
    before = [day - timedelta(weeks=week) for week in range(1, USUAL_WEEKS + 1)]
    known = [counts.get(one, 0) for one in before if one >= since]
    mean = sum(known) / len(known) if known and hide(sum(known), under) is not None else None
    return Usual(day, hide(counts.get(day, 0), under), mean, len(known))


def tell_spans(counts: Mapping[date, int], first: date, last: date) -> tuple[DaySpan, ...]:
    """Return the visits from ``first`` to ``last`` by days, weeks (from Monday) or months, as long as that is.

    ``counts`` are told in full steps, so every sum of them may be told too. Nothing where nothing is told of any day.
    """
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    spans = [_add_up(unit, counts) for unit in _split(days, _choose_start(len(days)))]
    return tuple(spans) if any(span.count for span in spans) else ()


def _choose_start(days: int) -> Callable[[date], date]:
    if days <= MOST_DAYS:
        return lambda day: day
    return _find_monday if days <= MOST_DAYS_IN_WEEKS else _find_month


def _split(days: Sequence[date], start_of: Callable[[date], date]) -> list[list[date]]:
    return [list(unit) for _start, unit in groupby(days, start_of)]


def _add_up(days: Sequence[date], counts: Mapping[date, int]) -> DaySpan:
    return DaySpan(days[0], days[-1], sum(counts.get(day, 0) for day in days))


def _find_monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _find_month(day: date) -> date:
    return day.replace(day=1)
