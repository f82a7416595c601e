"""How much of a narration was really heard: distinct milliseconds, so that re-hearing counts once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class HeardSpans:
    """A set of half-open spans of media time, ``[start_ms, end_ms)``, kept sorted and merged.

    ``holding power`` rests on it: distinct media heard, divided by its length. A visitor who goes
    back ten seconds has not heard more of the story.
    """

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, start_ms: int, end_ms: int) -> None:
        """Add what was heard from ``start_ms`` up to ``end_ms``; nothing where the span is empty or backwards."""
        if end_ms <= start_ms:
            return
        # Spans that touch are merged, or a story heard in ticks would be kept as thousands of them.
        first = bisect_left(self._ends, start_ms)
        last = bisect_right(self._starts, end_ms)
        if first < last:
            start_ms = min(start_ms, self._starts[first])
            end_ms = max(end_ms, self._ends[last - 1])
        self._starts[first:last] = [start_ms]
        self._ends[first:last] = [end_ms]

    @property
    def total_ms(self) -> int:
        """Return the distinct milliseconds heard."""
        return sum(self._ends) - sum(self._starts)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Return the merged spans in order, as (start_ms, end_ms)."""
        return tuple(zip(self._starts, self._ends, strict=True))
