"""What paper a printer takes, by the names that say its size: ``iso_a6_105x148mm``, ``custom_80x200mm_80x200mm``.

The names are those of PWG 5101.1; CUPS gives every paper of every driver such a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

NARROWEST_MM: Final = 50.0
"""A code that is read from arm's length has no room on less."""
WIDEST_MM: Final = 450.0
SHORTEST_MM: Final = 90.0
LONGEST_MM: Final = 5_000.0
RECEIPT_MM: Final = 90.0
"""What is narrower is a receipt."""

_SIZE: Final = re.compile(r"_(\d{1,5}(?:\.\d{1,4})?)x(\d{1,5}(?:\.\d{1,4})?)(mm|in)$")
_MM_AN_INCH: Final = 25.4
_MOST_SIGNS: Final = 255


@dataclass(frozen=True, slots=True)
class Medium:
    """A paper: the name that the printer knows it by, and its size upright, in millimetres."""

    name: str
    width_mm: float
    height_mm: float

    @property
    def is_receipt(self) -> bool:
        """Whether it comes from a roll, as of a till."""
        return self.width_mm < RECEIPT_MM


def find_medium(name: str) -> Medium | None:
    """Return the paper of this name; None where the name says no size, or one that no pass can be printed on."""
    found = _SIZE.search(name) if len(name) <= _MOST_SIGNS else None
    if found is None:
        return None
    unit_mm = 1.0 if found[3] == "mm" else _MM_AN_INCH
    width_mm, height_mm = float(found[1]) * unit_mm, float(found[2]) * unit_mm
    if not (NARROWEST_MM <= width_mm <= WIDEST_MM and SHORTEST_MM <= height_mm <= LONGEST_MM):
        return None
    return Medium(name, width_mm, height_mm)


def choose_medium(usual: Iterable[str], ready: Iterable[str], known: Iterable[str]) -> Medium | None:
    """Return the paper to print on: the printer's usual one, else one that lies ready, else the first that it knows.

    What lies ready comes second: for most drivers CUPS cannot know it, and names all common sizes.
    """
    names = (*usual, *ready, *known)
    return next((medium for medium in map(find_medium, names) if medium is not None), None)
