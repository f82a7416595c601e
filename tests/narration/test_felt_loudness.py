"""Loudness as it is felt: half as loud is ten decibels less, and nine tenths is nearly all."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.narration.felt_loudness import find_gain

SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("felt", "decibels"), [(1.0, 0.0), (0.9, -1.5), (0.8, -3.2), (0.5, -10.0), (0.1, -33.2)]
)
def test_it_is_so_far_below_the_loudest(felt: float, decibels: float) -> None:
    assert 20 * math.log10(find_gain(felt)) == pytest.approx(decibels, abs=0.05)


def test_silence_is_silent_and_nothing_is_louder_than_the_loudest() -> None:
    assert (find_gain(0), find_gain(-1), find_gain(1), find_gain(7)) == (0, 0, 1, 1)


@given(SHARES, SHARES)
def test_louder_is_never_quieter_and_a_share_of_a_cap_is_a_share_of_its_loudness(
    one: float, other: float
) -> None:
    assert (find_gain(one) <= find_gain(other)) or one > other
    assert find_gain(one * other) == pytest.approx(find_gain(one) * find_gain(other))
