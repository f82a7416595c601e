"""Lengths as visitors are told them."""

from __future__ import annotations

import pytest

from kiosk.screens.reading_time import round_telling


@pytest.mark.parametrize(
    ("duration_ms", "told"),
    [
        (0, (1, "s")),
        (6_400, (6, "s")),
        (9_500, (10, "s")),
        (23_000, (20, "s")),
        (54_000, (50, "s")),
        (55_000, (1, "min")),
        (150_000, (2, "min")),
    ],
)
def test_lengths_are_rounded_to_what_people_say(duration_ms: int, told: tuple[int, str]) -> None:
    assert round_telling(duration_ms) == told
