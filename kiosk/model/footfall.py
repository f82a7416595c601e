"""Visits by the day: spans of days that may be shown, and today against the same weekday of the weeks before.

Counts are of visits with a guide. Who walked by without one is in none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from kiosk.model.suppression import HIDE_UNDER, hide, is_few

# As many weeks back as "usual" goes: enough that one holiday does not make it, few enough for the season to hold.
USUAL_WEEKS: Final = 8
# Beyond so many days a chart tells weeks, and beyond so many days of these months.
MOST_DAYS: Final = 35
MOST_DAYS_IN_WEEKS: Final = 400


@dataclass(frozen=True, slots=True)
class DaySpan:
    """How many visits there were from ``first`` to ``last`` (both included)."""

    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True)
class Usual:
    """One day beside the same weekday of the weeks before. None: hidden because it rests on too few.

    ``mean`` is that of ``weeks`` such days (0 where the hub is younger than a week).
    """

    day: date
    count: int | None
    mean: float | None
    weeks: int


def compare_day(
    counts: Mapping[date, int], since: date, day: date, today: date, under: int = HIDE_UNDER
) -> Usual:
    """Return the visits of ``day`` beside those of the same weekday before it.

    ``since`` is the first day of which anything is known: from then on a day without a visit counts as one
    with none. A day that :func:`tell_spans` joins to others up to ``today`` is hidden, however many it has:
    it would tell what the others have.
    """
    before = [day - timedelta(weeks=week) for week in range(1, USUAL_WEEKS + 1)]
    known = [counts.get(one, 0) for one in before if one >= since]
    mean = sum(known) / len(known) if known and hide(sum(known), under) is not None else None
    count, monday = counts.get(day, 0), _find_monday(day)
    spans = tell_spans(counts, monday, min(today, monday + timedelta(days=6)), under)
    is_told = count == 0 or any(span.first <= day <= span.last and span.count == count for span in spans)
    return Usual(day, count if is_told else None, mean, len(known))


def tell_spans(
    counts: Mapping[date, int], first: date, last: date, under: int = HIDE_UNDER
) -> tuple[DaySpan, ...]:
    """Return the visits from ``first`` to ``last`` by days, weeks (from Monday) or months, as long as that is.

    Spans with few visits are joined to their neighbours, so that none of them is under ``under``: their
    sum is told elsewhere. Days are joined within their week first, so that the same week looks the same
    in a longer period: two ways to join would tell what either hides.
    """
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    if len(days) > MOST_DAYS:
        start_of = _find_monday if len(days) <= MOST_DAYS_IN_WEEKS else _find_month
        units = [_add_up(unit, counts) for unit in _split(days, start_of)]
    else:
        weeks = (_split(week, lambda day: day) for week in _split(days, _find_monday))
        units = [span for week in weeks for span in _join([_add_up(day, counts) for day in week], under)]
    spans = _join(units, under)
    return tuple(spans) if max(span.count for span in spans) >= under else ()


def _split(days: Sequence[date], start_of: Callable[[date], date]) -> list[list[date]]:
    return [list(unit) for _start, unit in groupby(days, start_of)]


def _add_up(days: Sequence[date], counts: Mapping[date, int]) -> DaySpan:
    return DaySpan(days[0], days[-1], sum(counts.get(day, 0) for day in days))


def _join(spans: Sequence[DaySpan], under: int) -> list[DaySpan]:
    """Return the spans, those of few visits joined to their neighbours; days without any stay by themselves.

    What is left at the end joins the last span with visits before it. Where all are few, one span is left.
    """
    joined: list[DaySpan] = []
    pending: list[DaySpan] = []
    for span in spans:
        pending.append(span)
        if not is_few(sum(one.count for one in pending), under):
            joined.append(_merge(pending))
            pending = []
    if pending:
        while joined:
            pending.insert(0, joined.pop())
            if pending[0].count:
                break
        joined.append(_merge(pending))
    return joined


def _merge(spans: Sequence[DaySpan]) -> DaySpan:
    return DaySpan(spans[0].first, spans[-1].last, sum(span.count for span in spans))


def _find_monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _find_month(day: date) -> date:
    return day.replace(day=1)
