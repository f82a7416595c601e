from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from kiosk.sync.backoff import LONGEST_S, delay_s


@given(st.integers(1, 10**6), st.integers())
def test_never_longer_than_the_longest(failures: int, seed: int) -> None:
    assert 0 <= delay_s(failures, random.Random(seed)) <= LONGEST_S


def test_the_ceiling_doubles() -> None:
    chance = random.Random(3)
    for failures, ceiling_s in [(1, 2), (2, 4), (3, 8), (8, 256), (9, 300), (50, 300)]:
        drawn = [delay_s(failures, chance) for _ in range(400)]
        assert ceiling_s * 0.9 < max(drawn) <= ceiling_s
        assert min(drawn) < ceiling_s * 0.1  # full jitter: from nothing on
