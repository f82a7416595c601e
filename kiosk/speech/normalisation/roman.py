"""Roman numerals."""

from __future__ import annotations

import re

PATTERN = "(?:M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
"""Matches what is written as Romans did, and the empty text."""

_FORM = re.compile(PATTERN)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def parse_roman(numeral: str) -> int:
    """Return the number, 1 to 3,999; 0 where it is not written as a Roman numeral."""
    if not _FORM.fullmatch(numeral):
        return 0
    values = [_VALUES[sign] for sign in numeral]
    return sum(
        -one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True)
    )
