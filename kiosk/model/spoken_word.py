"""One word of something that is heard: when, and where it stands in the text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word.

    ``start_ms``/``end_ms`` are media time. ``start``/``end`` are its characters in the whole text that is
    told; an empty range where the word could not be found there.
    """

    start_ms: int
    end_ms: int
    start: int
    end: int
