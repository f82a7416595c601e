"""Which of the codes that were only located are codes: ornament and lattice look like one for a frame, a label stays. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import dist

from kiosk.scanning.reader import Code

_WITHIN_MS = 300
"""Located again after so long, the same place is not the same sight."""

_NEAR_SHARE = 0.5
_SIZES = (0.6, 1.7)


class LastingCodes:
    """Keeps codes that were read, and of the others those that were located just before in about the same place."""

    def __init__(self) -> None:
        self._before: list[tuple[int, Code]] = []

    def see(self, codes: Sequence[Code], at_ms: int) -> list[Code]:
        """Take in a frame's codes; return those to be shown and spoken of."""
        recent = [(seen_ms, code) for seen_ms, code in self._before if at_ms - seen_ms <= _WITHIN_MS]
        lasting = [code for code in codes if code.is_read or any(_is_same(code, old) for _, old in recent)]
        self._before = recent + [(at_ms, code) for code in codes]
        return lasting

    def reset(self) -> None:
        """Begin anew."""
        self._before = []


def _is_same(code: Code, other: Code) -> bool:
    size, other_size = _measure(code), _measure(other)
    if size <= 0 or other_size <= 0 or not _SIZES[0] <= size / other_size <= _SIZES[1]:
        return False
    return dist(code.centre, other.centre) <= _NEAR_SHARE * max(size, other_size)


def _measure(code: Code) -> float:
    """Return the longer diagonal's share that a square's side has of it, in pixels."""
    a, b, c, d = code.corners
    return max(dist(a, c), dist(b, d)) / 2**0.5
