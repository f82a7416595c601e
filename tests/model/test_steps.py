"""Counts in full steps: they add up, they are near the truth, and whoever takes them from each other learns no small one."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate, pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.measures import measure_facts
from kiosk.model.steps import EXACT, share_of, tell, tell_bins, tell_measures
from kiosk.model.suppression import HIDE_UNDER, is_few
from tests.fakes.random_facts import make_facts

DAYS = st.lists(st.integers(0, 12), min_size=1, max_size=30)
STEPS = st.sampled_from([5, 10])


def tell_days(counts: list[int], step: int) -> list[int]:
    before = [0, *accumulate(counts)]
    return [tell(count, before[number], step) for number, count in enumerate(counts)]


@given(DAYS, STEPS)
def test_days_add_up_to_what_is_told_of_them_together(counts: list[int], step: int) -> None:
    told = tell_days(counts, step)
    for first, last in product(range(len(counts)), repeat=2):
        inside, before = sum(counts[first : last + 1]), sum(counts[:first])
        assert sum(told[first : last + 1]) == tell(inside, before, step)


@given(DAYS, STEPS, st.integers(0, 29))
def test_what_is_told_is_in_steps_and_near_the_truth(counts: list[int], step: int, first: int) -> None:
    inside, before = sum(counts[first:]), sum(counts[:first])
    told = tell(inside, before, step)
    assert told >= 0 and told % step == 0 and abs(told - inside) < step
    assert tell(inside, 0, step) <= inside
    assert tell(inside, before, EXACT) == inside


def find_shown(parts: tuple[tuple[int, ...], ...], step: int) -> tuple[tuple[int, ...], ...]:
    """What a reader sees of a whole and its parts who asks for every period of some days: all follows from the days."""
    whole = [sum(day) for day in zip(*parts, strict=True)]
    return tuple(tuple(tell_days(list(counts), step)) for counts in (*parts, whole))


def test_no_small_count_follows_from_all_periods_of_parts_and_their_whole() -> None:
    """Every table of two languages on two days, and one of a single one on four, is tried: those shown alike must differ."""
    step = 3
    for languages, days in ((2, 2), (1, 4)):
        alike: dict[tuple[tuple[int, ...], ...], list[tuple[int, ...]]] = defaultdict(list)
        for table in product(range(2 * step + 1), repeat=languages * days):
            parts = tuple(table[start : start + days] for start in range(0, len(table), days))
            cells = [*table, *(sum(day) for day in zip(*parts, strict=True)), *map(sum, parts)]
            alike[find_shown(parts, step)].append(tuple(cells))
        # Tables with more than was tried would only be more that look alike.
        for tables in alike.values():
            for cell in range(len(tables[0])):
                (only, *others) = {table[cell] for table in tables}
                assert others or not is_few(only, step), tables


def test_a_late_message_shows_itself_in_steps_only() -> None:
    """Days that are asked for again when more has come in: five more, or nothing."""
    told = [tell(inside, 8, HIDE_UNDER) for inside in range(40)]
    assert {later - earlier for earlier, later in pairwise(told)} == {0, 5}


def test_a_site_is_told_in_steps() -> None:
    for measures in measure_facts(make_facts(900, 5)):
        told = tell_measures(measures, 5)
        use = told.use
        counts = [
            told.visits, told.diligent_of, told.suggestions_shown, told.suggestions_taken, *told.minutes_bins,
            *(count for stop in told.stops for count in (stop.stopped, stop.held, stop.heard)), use.people, use.suggested.shown,
            *(count for parts in (told.languages, told.depths, use.found_by, use.moves, use.settings, use.failures, use.tickets,
              use.vouchers, use.returns, use.returns_from, use.ratings) for count in parts.values()),
        ]  # fmt: skip
        assert counts and all(count % 5 == 0 for count in counts)
        assert told.visits == measures.visits // 5 * 5
        assert tell_measures(measures, EXACT) == measures


def test_shares_are_of_what_is_told() -> None:
    assert share_of(5, 20) == 0.25
    assert share_of(10, 5) == 1.0
    assert share_of(0, 0) is None


def test_bins_are_told_one_by_one() -> None:
    assert tell_bins([3, 7, 4], [4, 3], 5) == (5, 10, 0)
    assert tell_bins([3], [4, 9, 9], 5) == (5,)


@pytest.mark.parametrize(
    ("inside", "before", "told"), [(3, 0, 0), (3, 4, 5), (7, 4, 10), (4, 5, 0), (0, 4, 0)]
)
def test_what_fills_no_step_is_told_with_the_next(inside: int, before: int, told: int) -> None:
    assert tell(inside, before, HIDE_UNDER) == told
