"""How long it takes to tell a text, where nobody recorded it."""

from __future__ import annotations

import unicodedata
from typing import Final

SIGNS_A_SECOND: Final = 14.0
"""Unhurried narration: 13 to 15 signs, with blanks, a second."""

WIDE_SIGN: Final = 3
"""Han, Kana and Hangul say in one sign what takes about three letters."""


def count_signs(text: str) -> int:
    """Return how long a text is in letters; a sign of Chinese, Japanese or Korean counts three."""
    if text.isascii():
        return len(text)
    return sum(WIDE_SIGN if unicodedata.east_asian_width(sign) in ("W", "F") else 1 for sign in text)


def estimate_seconds(text: str) -> float:
    """Return about how long it takes to tell a text, in seconds."""
    return count_signs(text) / SIGNS_A_SECOND
