from __future__ import annotations

from kiosk.model.label_state import LabelState
from kiosk.upkeep.judge import judge_labels
from kiosk.upkeep.records import DayCounts, LabelRecord
from kiosk.upkeep.wear import Wear

TODAY = "2026-05-30"
WORN = Wear()
for _ in range(60):
    WORN = WORN.take(0.3)


def days(first: int, last: int, **counts: int) -> dict[str, DayCounts]:
    return {f"2026-05-{day:02d}": DayCounts(**counts) for day in range(first, last + 1)}


def judge(records: dict[str, LabelRecord], stops: str = "abcd", today: str = TODAY) -> dict[str, LabelState]:
    return {state.stop_id: state for state in judge_labels(list(stops), records, today)}


def test_what_needs_somebody_comes_first_then_the_curators_order() -> None:
    records = {
        "c": LabelRecord(days=days(30, 30, foreign=3)),
        "d": LabelRecord(wear=WORN),
        "b": LabelRecord(days=days(30, 30, foreign=1)),
    }
    assert [state.stop_id for state in judge_labels("abcde", records, TODAY)] == ["c", "d", "b", "a", "e"]


def test_three_foreign_codes_in_a_day_cover_a_label_and_six_in_six_days_do_not() -> None:
    states = judge(
        {"a": LabelRecord(days=days(30, 30, foreign=3)), "b": LabelRecord(days=days(25, 30, foreign=1))}
    )
    assert [(states[stop].is_covered, states[stop].foreign_today) for stop in "ab"] == [(True, 3), (False, 1)]


def test_a_cover_of_last_week_is_told_until_somebody_has_looked() -> None:
    (state,) = judge_labels("a", {"a": LabelRecord(days=days(20, 20, foreign=4))}, TODAY)
    assert (
        state.is_covered
        and state.foreign_today == 0
        and (state.foreign, state.foreign_on) == (4, "2026-05-20")
    )


def test_what_is_older_than_a_month_is_over() -> None:
    (state,) = judge_labels(
        "a", {"a": LabelRecord(days=days(1, 1, foreign=4, reads=2, forged=1))}, "2026-06-01"
    )
    assert not state.is_covered and state.reads == 0 and state.forged == 0


def test_a_label_that_fell_silent_while_the_others_are_read() -> None:
    records = {
        "a": LabelRecord(read_on="2026-05-10", days=days(1, 10, reads=5)),
        "b": LabelRecord(read_on=TODAY, days=days(1, 30, reads=10)),
    }
    states = judge(records)
    assert states["a"].is_unread and not states["b"].is_unread


def test_a_closed_site_makes_no_label_silent() -> None:
    records = {stop: LabelRecord(days=days(1, 10, reads=5)) for stop in "abcd"}
    assert not any(state.is_unread for state in judge_labels("abcd", records, TODAY))


def test_a_label_that_was_read_seldom_is_not_missed() -> None:
    records = {
        "a": LabelRecord(days=days(1, 2, reads=3)),
        "b": LabelRecord(days=days(1, 30, reads=50)),
        "c": LabelRecord(days=days(10, 20, reads=1)),
    }
    assert not any(state.is_unread for state in judge_labels("abc", records, TODAY))


def test_a_silent_label_that_the_round_has_found_is_given_time_again() -> None:
    records = {
        "a": LabelRecord(confirmed_on="2026-05-28", days=days(1, 10, reads=5)),
        "b": LabelRecord(days=days(1, 30, reads=10)),
    }
    assert not judge(records)["a"].is_unread


def test_a_label_that_visitors_give_up_on_wears_though_nothing_was_read() -> None:
    records = {
        "a": LabelRecord(days=days(26, 30, failed=1)),
        "b": LabelRecord(days=days(21, 30, failed=1, reads=9)),
    }
    states = judge(records)
    assert states["a"].is_wearing and states["a"].failed == 5
    assert not states["b"].is_wearing, "most who try read it"


def test_with_no_clock_everything_kept_is_looked_at() -> None:
    (state,) = judge_labels(
        "a", {"a": LabelRecord(days=days(1, 1, foreign=3) | {"": DayCounts(reads=2)})}, ""
    )
    assert state.is_covered and state.reads == 2
