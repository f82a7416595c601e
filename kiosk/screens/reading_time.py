"""How long a text takes to be told, where no recording says so."""

from __future__ import annotations

from math import ceil

SPOKEN_SIGNS_A_SECOND = 14.0
"""Unhurried narration in the languages we measured: 13 to 15 signs (with spaces) a second."""


def estimate_telling_ms(text: str) -> int:
    """Return about how long it takes to tell ``text`` aloud."""
    return ceil(len(text) / SPOKEN_SIGNS_A_SECOND * 1000)


def round_telling(duration_ms: int) -> tuple[int, str]:
    """Return a length as visitors are told it: (20, "s") under a minute, in tens; else (2, "min")."""
    seconds = duration_ms / 1000
    if seconds < 55:
        return max(10, round(seconds / 10) * 10), "s"
    return max(1, round(seconds / 60)), "min"
