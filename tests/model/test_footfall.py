"""Days, weeks and months are sums of what is told of days, and today is compared with its own kind."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.model.footfall import compare_day, tell_spans

MONDAY = date(2026, 11, 2)
SUNDAY = MONDAY + timedelta(days=27)


def on(*counts: int, first: date = MONDAY) -> dict[date, int]:
    return {first + timedelta(days=number): count for number, count in enumerate(counts)}


def test_a_month_is_told_by_days() -> None:
    spans = tell_spans(on(10, 0, 5), MONDAY, SUNDAY)
    assert len(spans) == 28 and [span.count for span in spans[:4]] == [10, 0, 5, 0]
    assert all(span.first == span.last for span in spans)


def test_where_nothing_is_told_of_any_day_there_is_no_chart() -> None:
    assert tell_spans(on(0, 0), MONDAY, SUNDAY) == tell_spans({}, MONDAY, SUNDAY) == ()


def test_longer_periods_are_told_by_week_and_by_month() -> None:
    counts = {MONDAY + timedelta(days=number): 7 for number in range(900)}
    weeks = tell_spans(counts, MONDAY, MONDAY + timedelta(days=90))
    assert {span.count for span in weeks} == {49}
    months = tell_spans(counts, MONDAY, MONDAY + timedelta(days=899))
    assert (months[1].first, months[1].last, months[1].count) == (date(2026, 12, 1), date(2026, 12, 31), 217)


def test_usual_is_the_mean_of_the_same_weekday_since_the_hub_knows_of_any() -> None:
    counts = on(10, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 15)
    day = compare_day(counts, MONDAY, MONDAY + timedelta(days=14))
    assert (day.count, day.mean, day.weeks) == (15, 15.0, 2)
    assert compare_day(counts, MONDAY, MONDAY).weeks == 0


def test_a_day_without_a_visit_counts_for_what_is_usual() -> None:
    day = compare_day(on(10), MONDAY, MONDAY + timedelta(days=14))
    assert (day.count, day.mean, day.weeks) == (None, 5.0, 2)


def test_what_is_usual_is_hidden_where_it_rests_on_few() -> None:
    assert compare_day(on(0, 5), MONDAY, MONDAY + timedelta(days=7)).mean is None
