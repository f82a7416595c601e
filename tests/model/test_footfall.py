"""Days of few visits are joined so that nothing gives them away, and today is compared with its own kind."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.footfall import compare_day, tell_spans

MONDAY = date(2026, 11, 2)
SUNDAY = MONDAY + timedelta(days=27)


def on(*counts: int, first: date = MONDAY) -> dict[date, int]:
    return {first + timedelta(days=number): count for number, count in enumerate(counts)}


DAYS = st.lists(st.integers(0, 12), min_size=28, max_size=28)


@given(DAYS)
def test_no_span_is_small_and_they_add_up(counts: list[int]) -> None:
    spans = tell_spans(on(*counts), MONDAY, SUNDAY)
    assert all(span.count == 0 or span.count >= 5 for span in spans)
    assert sum(span.count for span in spans) == (sum(counts) if sum(counts) >= 5 else 0)
    if spans:
        assert (spans[0].first, spans[-1].last) == (MONDAY, SUNDAY)
        assert all(one.last + timedelta(days=1) == next_one.first for one, next_one in pairwise(spans))


@given(DAYS)
def test_a_week_looks_the_same_in_a_longer_period(counts: list[int]) -> None:
    """Were its days joined in two ways, the difference would be a hidden day."""
    if min(sum(counts[start : start + 7]) for start in (0, 7, 14, 21)) < 5:
        return
    whole = tell_spans(on(*counts), MONDAY, SUNDAY)
    for start in (0, 7, 14, 21):
        first = MONDAY + timedelta(days=start)
        week = tell_spans(on(*counts), first, first + timedelta(days=6))
        assert [span for span in whole if first <= span.first <= first + timedelta(days=6)] == list(week)


@given(DAYS, st.integers(0, 27))
def test_a_day_told_by_itself_gives_its_neighbours_no_hidden_count_away(
    counts: list[int], place: int
) -> None:
    day = MONDAY + timedelta(days=place)
    told = compare_day(on(*counts), MONDAY, day, SUNDAY).count
    if told is None or told == 0:
        return
    monday = day - timedelta(days=day.weekday())
    (span,) = [
        one
        for one in tell_spans(on(*counts), monday, monday + timedelta(days=6))
        if one.first <= day <= one.last
    ]
    assert span.count == told >= 5


def test_days_without_a_visit_stay_by_themselves_and_nobody_is_seen_in_them() -> None:
    spans = tell_spans(on(9, 0, 3, 0, 4, 8, 0), MONDAY, MONDAY + timedelta(days=6))
    assert [(span.first.day, span.last.day, span.count) for span in spans] == [
        (2, 2, 9),
        (3, 3, 0),
        (4, 6, 7),
        (7, 7, 8),
        (8, 8, 0),
    ]
    assert tell_spans(on(4), MONDAY, SUNDAY) == tell_spans({}, MONDAY, SUNDAY) == ()


def test_longer_periods_are_told_by_week_and_by_month() -> None:
    counts = {MONDAY + timedelta(days=number): 7 for number in range(900)}
    weeks = tell_spans(counts, MONDAY, MONDAY + timedelta(days=90))
    assert {span.count for span in weeks} == {49}
    months = tell_spans(counts, MONDAY, MONDAY + timedelta(days=899))
    assert (months[1].first, months[1].last, months[1].count) == (date(2026, 12, 1), date(2026, 12, 31), 217)


def test_usual_is_the_mean_of_the_same_weekday_since_the_hub_knows_of_any() -> None:
    counts = on(10, 1, 1, 1, 1, 1, 1, 20, 1, 1, 1, 1, 1, 1, 9)
    day = compare_day(counts, MONDAY, MONDAY + timedelta(days=14), MONDAY + timedelta(days=14))
    assert (day.count, day.mean, day.weeks) == (9, 15.0, 2)
    assert compare_day(counts, MONDAY, MONDAY, MONDAY + timedelta(days=14)).weeks == 0


def test_a_day_without_a_visit_counts_for_what_is_usual() -> None:
    day = compare_day(on(10), MONDAY, MONDAY + timedelta(days=14), MONDAY + timedelta(days=14))
    assert (day.count, day.mean, day.weeks) == (0, 5.0, 2)


def test_what_is_usual_is_hidden_where_it_rests_on_few() -> None:
    assert compare_day(on(3), MONDAY, MONDAY + timedelta(days=7), MONDAY + timedelta(days=7)).mean is None
