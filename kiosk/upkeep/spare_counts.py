"""How much error correction reads left unused, as counts: enough for a quartile, and nothing of any one read."""

from __future__ import annotations

from dataclasses import dataclass

STEPS = 20
"""Spare correction comes in steps of an eighth or so: the smallest symbols correct 8 errors, larger ones more."""
MAX_COUNT = 10_000


@dataclass(frozen=True, slots=True)
class SpareCounts:
    """How often each share of unused correction was met; ``counts[k]`` for a share of about ``k / STEPS``."""

    counts: tuple[int, ...] = (0,) * (STEPS + 1)

    @property
    def total(self) -> int:
        """How many reads these are."""
        return sum(self.counts)

    @property
    def upper_quartile(self) -> float | None:
        """The share, 0 to 1, that the better quarter of the reads left at least; None of no read."""
        wanted = (3 * self.total + 3) // 4
        seen = 0
        for step, count in enumerate(self.counts):
            seen += count
            if seen >= wanted and count:
                return step / STEPS
        return None

    def add(self, spare: float) -> SpareCounts:
        """Return these counts and one more read (``spare`` 0 to 1)."""
        met = round(spare * STEPS)
        return SpareCounts(tuple(min(MAX_COUNT, n + (k == met)) for k, n in enumerate(self.counts)))

    def join(self, other: SpareCounts) -> SpareCounts:
        """Return the counts of both."""
        return SpareCounts(tuple(a + b for a, b in zip(self.counts, other.counts, strict=True)))


def parse_spare_counts(text: str) -> SpareCounts:
    """Return the counts that :func:`format_spare_counts` wrote; none where ``text`` is anything else."""
    words = text.split()
    digits = len(str(MAX_COUNT))  # a rotten row may hold a number too long for Python
    if len(words) != STEPS + 1 or not all(word.isdecimal() and len(word) <= digits for word in words):
        return SpareCounts()
    counts = tuple(int(word) for word in words)
    return SpareCounts(counts) if max(counts) <= MAX_COUNT else SpareCounts()


def format_spare_counts(counts: SpareCounts) -> str:
    """Return the counts as they are kept."""
    return " ".join(map(str, counts.counts))
