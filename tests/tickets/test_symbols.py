"""What is typed is read as it was meant, and a slip of the finger is noticed."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.tickets.symbols import ALPHABET, fold_typed, format_grouped, format_symbols, parse_symbols

values_16 = st.lists(st.integers(0, 31), min_size=16, max_size=16)


@given(values_16)
def test_symbols_come_back(values: list[int]) -> None:
    assert parse_symbols(format_symbols(values)) == tuple(values)


@given(values_16)
def test_every_single_wrong_symbol_is_noticed(values: list[int]) -> None:
    code = format_symbols(values)
    for place, right in enumerate(code):
        for wrong in ALPHABET:
            if wrong != right:
                assert parse_symbols(code[:place] + wrong + code[place + 1 :]) is None


@given(values_16)
def test_every_swap_of_two_symbols_is_noticed_neighbours_or_not(values: list[int]) -> None:
    code = format_symbols(values)
    for left, right in itertools.combinations(range(len(code)), 2):
        if code[left] != code[right]:
            swapped = list(code)
            swapped[left], swapped[right] = swapped[right], swapped[left]
            assert parse_symbols("".join(swapped)) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4f7k-09tz", "4F7K09TZ"),
        ("4F7K O9TZ", "4F7K09TZ"),
        ("oO0 iIlL1", "00011111"),
        ("u", "V"),
        ("ABCD—EFGH–JK\N{NON-BREAKING HYPHEN}MN", "ABCDEFGHJKMN"),
        (" 4f7k \n", "4F7K"),
        ("४५६", "456"),
        ("٠١٢٣", "0123"),
        ("ＡＢ１２", "AB12"),
        ("4F\u200f7K", "4F7K"),
        ("", ""),
    ],
)
def test_look_alikes_spaces_dashes_case_and_other_scripts_digits_are_forgiven(typed: str, meant: str) -> None:
    assert fold_typed(typed) == meant


@pytest.mark.parametrize("typed", ["4F7K!", "Ä", "क", "A" * 65, "\x00", "🎫", "\ud800"])
def test_what_can_be_no_symbol_is_refused(typed: str) -> None:
    assert fold_typed(typed) is None


@given(st.text(max_size=80))
def test_anything_typed_is_folded_or_refused(typed: str) -> None:
    folded = fold_typed(typed)
    assert folded is None or set(folded) <= set(ALPHABET)


def test_a_code_is_shown_in_groups_while_it_is_typed() -> None:
    assert format_grouped("4F7K09TZM2QXB8D1V") == "4F7K-09TZ-M2QX-B8D1V"
    assert format_grouped("4F7K09") == "4F7K-09"
    assert format_grouped("4F7K") == "4F7K"
    assert format_grouped("") == ""
