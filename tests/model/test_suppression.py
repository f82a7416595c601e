"""No hidden count can be computed from what is shown: every table that could stand behind it is tried.

Whoever reads a report knows the program too. So a hidden count is safe where two tables with another
number in its place would have been shown in the same way, and not before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.suppression import (
    HIDE_UNDER,
    OTHERS,
    hide,
    hide_cells,
    hide_parts,
    is_few,
    may_tell_median,
    may_tell_quartiles,
    may_tell_share,
    may_tell_whole,
    merge_spans,
    round_down,
    round_share,
)

UNDER = 3
"""Trying every table takes the threshold to the power of the cells: the rules are the same for a smaller one."""

Table = tuple[int, ...]


def find_told(shown: Iterable[tuple[Hashable, Table]]) -> Iterator[tuple[Table, int]]:
    """Yield each table and cell whose count follows from what is shown of the table."""
    alike: dict[Hashable, list[Table]] = defaultdict(list)
    for what, table in shown:
        alike[what].append(table)
    for tables in alike.values():
        for cell in range(len(tables[0])):
            if len({table[cell] for table in tables}) == 1:
                yield from ((table, cell) for table in tables)


def test_counts_from_one_to_four_are_hidden() -> None:
    assert [hide(count) for count in (0, 1, 4, 5, 6)] == [0, None, None, 5, 6]


def test_small_parts_are_one_sum_with_the_next_smallest() -> None:
    assert hide_parts({"en": 40, "hi": 9, "ar": 2}) == {"en": 40, OTHERS: 11}
    assert hide_parts({"en": 40, "hi": 9, "ar": 2, "sv": 3}) == {"en": 40, "hi": 9, OTHERS: 5}


def test_where_nothing_is_small_nothing_is_hidden() -> None:
    assert hide_parts({"hi": 9, "en": 40, "ar": 0}) == {"en": 40, "hi": 9}


def test_a_small_whole_is_hidden() -> None:
    assert hide_parts({"en": 2, "hi": 2}) == {OTHERS: None}


@pytest.mark.parametrize("parts", [2, 3, 4])
def test_no_part_follows_from_the_whole_and_the_parts_that_are_shown(parts: int) -> None:
    def show(table: Table) -> Hashable:
        shown = hide_parts({f"part-{number}": count for number, count in enumerate(table)}, UNDER)
        return tuple(shown.items()), sum(table)

    most = 9
    # A little above what is tried there are more tables that look the same as the largest ones.
    tables = [table for table in product(range(most + UNDER), repeat=parts) if sum(table) >= UNDER]
    told = find_told((show(table), table) for table in tables)
    assert [(table, cell) for table, cell in told if is_few(table[cell], UNDER) and max(table) <= most] == []


@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 30), max_size=8))
def test_no_small_number_is_ever_shown_and_no_one_is_lost(counts: dict[str, int]) -> None:
    shown = hide_parts(counts)
    assert all(count is None or count >= HIDE_UNDER for count in shown.values())
    assert None in shown.values() or sum(count or 0 for count in shown.values()) == sum(counts.values())
    assert None not in shown.values() or sum(counts.values()) < HIDE_UNDER


@pytest.mark.parametrize("stops", [1, 2, 3])
@pytest.mark.parametrize("visits", [6, 7, 9])
def test_no_stop_s_count_follows_from_the_others_and_a_split_of_all_dwells(stops: int, visits: int) -> None:
    """The column "stopped", where a few stopped and where nearly all did, with its sum where that is told."""

    def show(table: Table) -> Hashable:
        cells = tuple(
            "few" if is_few(stopped, UNDER) else "nearly all" if is_few(visits - stopped, UNDER) else stopped
            for stopped in table
        )
        few = [stopped for stopped, cell in zip(table, cells, strict=True) if cell == "few"]
        lacking = [
            visits - stopped for stopped, cell in zip(table, cells, strict=True) if cell == "nearly all"
        ]
        return cells, sum(table) if may_tell_whole(few, lacking, UNDER) else None

    tables = list(product(range(visits + 1), repeat=stops))
    told = find_told((show(table), table) for table in tables)
    hidden = [
        (table, cell)
        for table, cell in told
        if is_few(table[cell], UNDER) or is_few(visits - table[cell], UNDER)
    ]
    assert hidden == []


@pytest.mark.parametrize("under", [3, 5, 10])
def test_no_share_tells_a_small_number_nor_what_it_was_divided_by(under: int) -> None:
    shown = [
        ((round_share(part, whole), round_down(whole, under)), (part, whole - part))
        for whole in range(under, 6 * under)
        for part in range(whole + 1)
        if may_tell_share(part, whole, under)
    ]
    for table, cell in find_told(shown):
        assert not is_few(table[cell], under)


@pytest.mark.parametrize("under", [3, 5, 10])
def test_what_figures_rest_on_does_not_tell_how_few_are_left_out(under: int) -> None:
    for stopped in range(under, 6 * under):
        held_by_shown: dict[int, set[int]] = defaultdict(set)
        for held in range(stopped + 1):
            held_by_shown[round_down(held, under)].add(stopped - held)
        for left_out in held_by_shown.values():
            assert len(left_out) > 1 or not is_few(left_out.pop(), under) or stopped % under == 0


def test_spans_are_joined_until_none_is_small() -> None:
    assert merge_spans([2, 3, 9, 0, 1]) == [(0, 1, 5), (2, 4, 10)]
    assert merge_spans([1, 2]) == []


@pytest.mark.parametrize("spans", [2, 3, 4])
def test_no_span_s_count_follows_from_the_joined_ones(spans: int) -> None:
    most = 6
    tables = list(product(range(most + UNDER), repeat=spans))
    told = find_told((tuple(merge_spans(table, UNDER)), table) for table in tables if sum(table) >= UNDER)
    assert [(table, cell) for table, cell in told if is_few(table[cell], UNDER) and max(table) <= most] == []


def test_cells_of_no_known_whole_are_left_out_where_small() -> None:
    assert hide_cells({"a": 4, "b": 5, "c": 9}) == {"c": 9, "b": 5}


def test_percentiles_have_enough_values_on_either_side() -> None:
    assert [may_tell_median(count) for count in (9, 10)] == [False, True]
    assert [may_tell_quartiles(count) for count in (19, 20)] == [False, True]
    assert [may_tell_median(count, 10) for count in (19, 20)] == [False, True]


@given(st.lists(st.integers(0, 1_000), min_size=20, max_size=60))
def test_no_more_than_the_threshold_s_share_lies_beyond_a_quartile(values: list[int]) -> None:
    from kiosk.model.measures import find_quartiles

    found = find_quartiles(values)
    assert found is not None
    lower, upper = found
    assert sum(value <= lower for value in values) >= HIDE_UNDER
    assert sum(value >= upper for value in values) >= HIDE_UNDER
