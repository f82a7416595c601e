from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs.stop_sets import MAX_STOPS, format_stop_set, iterate_ranks, parse_stop_set

RANKS = st.lists(st.integers(0, MAX_STOPS - 1), unique=True, max_size=300).map(sorted)


@given(RANKS)
def test_a_set_comes_back_as_it_was(ranks: list[int]) -> None:
    assert list(iterate_ranks(parse_stop_set(format_stop_set(ranks)))) == ranks


@pytest.mark.parametrize(
    ("ranks", "at_most_bytes"),
    [
        ([], 1),
        ([49_999], 3),
        (range(20_000), 2_501),
        (range(0, 20_000, 100), 401),
        (range(0, 20_000, 2), 2_501),
    ],
)
def test_the_shorter_form_is_kept(ranks: range, at_most_bytes: int) -> None:
    raw = format_stop_set(ranks)
    assert len(raw) <= at_most_bytes
    assert list(iterate_ranks(parse_stop_set(raw))) == list(ranks)


@pytest.mark.parametrize("raw", [b"", b"x12", b"l1", b"b" + b"\xff" * 100_000, b"l" + b"\x00" * 7])
def test_what_cannot_be_a_set_is_empty(raw: bytes) -> None:
    assert parse_stop_set(raw) == 0


@given(st.binary(max_size=200))
def test_no_bytes_do_harm(raw: bytes) -> None:
    assert parse_stop_set(raw) >= 0
