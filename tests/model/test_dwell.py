"""What holds for every timeline, whatever a visitor does."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.dwell import (
    Playback,
    Span,
    Timeline,
    attention,
    compute_dwell_ms,
    dwell_cap_ms,
    is_valid_dwell,
    is_valid_visit,
    lay,
    merge,
    subtract,
)

AT = st.integers(0, 600_000)
SPAN = st.tuples(AT, st.integers(0, 120_000)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
PLAYBACK = st.tuples(AT, st.integers(0, 120_000), st.integers(-5_000, 150_000)).map(
    lambda row: Playback(row[0], row[0] + row[1], row[2])
)
TIMELINE = st.builds(
    Timeline,
    st.lists(AT, max_size=8).map(tuple),
    st.lists(PLAYBACK, max_size=6).map(tuple),
    st.lists(SPAN, max_size=4).map(tuple),
)


def dwell(timeline: Timeline, opened: Span) -> int:
    found = compute_dwell_ms(timeline, *opened)
    assert found is not None
    return found


@given(TIMELINE, SPAN)
def test_dwell_is_from_nothing_to_the_time_open(timeline: Timeline, opened: Span) -> None:
    assert 0 <= dwell(timeline, opened) <= opened.end_ms - opened.start_ms


@given(TIMELINE, SPAN)
def test_dwell_never_exceeds_the_time_awake(timeline: Timeline, opened: Span) -> None:
    awake = subtract(merge([opened]), merge(timeline.away))
    assert dwell(timeline, opened) <= sum(end - start for start, end in awake)


@given(TIMELINE, SPAN, AT)
def test_another_touch_never_takes_away(timeline: Timeline, opened: Span, at_ms: int) -> None:
    touched = Timeline((*timeline.touches_ms, at_ms), timeline.played, timeline.away)
    assert dwell(touched, opened) >= dwell(timeline, opened)


@given(TIMELINE, SPAN, PLAYBACK)
def test_more_media_never_take_away(timeline: Timeline, opened: Span, playback: Playback) -> None:
    heard = Timeline(timeline.touches_ms, (*timeline.played, playback), timeline.away)
    assert dwell(heard, opened) >= dwell(timeline, opened)


@given(st.lists(AT, max_size=8).map(tuple), SPAN, SPAN)
def test_being_away_never_adds_to_touches(touches: tuple[int, ...], opened: Span, away: Span) -> None:
    assert dwell(Timeline(touches, (), (away,)), opened) <= dwell(Timeline(touches), opened)


@given(TIMELINE, SPAN, st.integers(0, 60_000))
def test_a_later_close_never_takes_away(timeline: Timeline, opened: Span, later_ms: int) -> None:
    longer = Span(opened.start_ms, opened.end_ms + later_ms)
    assert dwell(timeline, longer) >= dwell(timeline, opened)


@given(TIMELINE, SPAN, st.integers(0, 600_000))
def test_two_openings_add_up_to_one(timeline: Timeline, opened: Span, at_ms: int) -> None:
    cut = min(max(at_ms, opened.start_ms), opened.end_ms)
    parts = dwell(timeline, Span(opened.start_ms, cut)) + dwell(timeline, Span(cut, opened.end_ms))
    assert parts == dwell(timeline, opened)


@given(TIMELINE, SPAN, st.randoms(use_true_random=False))
def test_the_order_of_what_was_noticed_does_not_matter(
    timeline: Timeline, opened: Span, chance: random.Random
) -> None:
    touches, played, away = list(timeline.touches_ms), list(timeline.played), list(timeline.away)
    for rows in (touches, played, away):
        chance.shuffle(rows)
    shuffled = Timeline(tuple(touches), tuple(played), tuple(away))
    assert dwell(shuffled, opened) == dwell(timeline, opened)


@given(TIMELINE, SPAN, st.integers(-(2**40), 2**40))
def test_only_differences_of_boot_time_matter(timeline: Timeline, opened: Span, shift_ms: int) -> None:
    moved = Timeline(
        tuple(at_ms + shift_ms for at_ms in timeline.touches_ms),
        tuple(
            Playback(since + shift_ms, until + shift_ms, advanced)
            for since, until, advanced in timeline.played
        ),
        tuple(Span(start + shift_ms, end + shift_ms) for start, end in timeline.away),
    )
    assert dwell(moved, Span(opened.start_ms + shift_ms, opened.end_ms + shift_ms)) == dwell(timeline, opened)


@given(st.lists(SPAN, max_size=10))
def test_merged_spans_are_in_order_and_apart(spans: list[Span]) -> None:
    merged = merge(spans)
    assert all(earlier.end_ms < later.start_ms for earlier, later in pairwise(merged))
    assert all(span.end_ms > span.start_ms for span in merged)


@given(PLAYBACK, st.lists(SPAN, max_size=4))
def test_media_are_laid_for_as_long_as_they_advanced_or_there_was_time(
    playback: Playback, away: list[Span]
) -> None:
    laid = sum(end - start for start, end in lay(playback, merge(away)))
    awake = subtract(merge([Span(playback.since_ms, playback.until_ms)]), merge(away))
    assert laid == min(max(0, playback.advanced_ms), sum(end - start for start, end in awake))


def test_an_unclosed_stop_has_no_dwell_and_counts_as_a_stop() -> None:
    assert compute_dwell_ms(Timeline((0,)), 0, None) is None
    assert is_valid_dwell(None)


def test_a_stop_is_valid_from_three_seconds_on() -> None:
    assert not is_valid_dwell(2_999)
    assert is_valid_dwell(3_000)


def test_a_visit_is_valid_with_one_valid_stop_and_a_minute() -> None:
    assert is_valid_visit([3_000], 60_000)
    assert not is_valid_visit([2_999], 60_000)
    assert not is_valid_visit([3_000], 59_999)
    assert is_valid_visit([None], 60_000)


def test_the_cap_is_three_times_the_narration_or_five_minutes() -> None:
    assert dwell_cap_ms(0) == 300_000
    assert dwell_cap_ms(100_000) == 300_000
    assert dwell_cap_ms(120_000) == 360_000


def test_attention_without_anything_is_nothing() -> None:
    assert attention(Timeline(), Span(0, 60_000)) == ()
