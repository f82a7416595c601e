"""Places in a text as Qt counts them: some characters take two units of UTF-16."""

from __future__ import annotations

from bisect import bisect_left


class TextUnits:
    """Turns characters of one text into Qt's units and back, each in O(log n)."""

    def __init__(self, text: str) -> None:
        # Where each character stands that takes two; none in most texts.
        self._wide = [] if text.isascii() else [at for at, sign in enumerate(text) if ord(sign) > 0xFFFF]
        self._wide_units = [at + before for before, at in enumerate(self._wide)]

    def to_unit(self, character: int) -> int:
        """Return the unit at which a character begins."""
        return character + bisect_left(self._wide, character)

    def to_character(self, unit: int) -> int:
        """Return the character that holds a unit."""
        return unit - bisect_left(self._wide_units, unit)
