"""How often the real next stop was among those suggested, counted over many moments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kiosk.guide.evaluate.rankers import Past, Ranker
from kiosk.guide.evaluate.trails import Trail

CUTS: Final = (1, 5, 10)
_LONGEST: Final = max(CUTS)


@dataclass
class Hits:
    """Counts over moments of visits.

    Attributes:
        moments: How many times somebody went on to a stop they had not seen.
        hits: How often it was among the first 1, 5 and 10 suggested.
        reciprocal: The sum of 1 / its place among the first ten.
        shown: How often each item was among the first five.
    """

    moments: int = 0
    hits: Counter[int] = field(default_factory=Counter)
    reciprocal: float = 0.0
    shown: Counter[str] = field(default_factory=Counter)

    def add(self, ranker: Ranker, past: Past, target: str) -> None:
        """Ask at one moment, and count."""
        self.moments += 1
        for cut in CUTS:
            # A list of five is made for five: it is not the beginning of a list of ten.
            offered = ranker(past, cut)
            self.hits[cut] += target in offered
            if cut == 5:
                self.shown.update(offered)
            if cut == _LONGEST and target in offered:
                self.reciprocal += 1 / (offered.index(target) + 1)

    def rate(self, cut: int) -> float:
        """Return the hit rate HR@cut, 0 to 1."""
        return self.hits[cut] / self.moments if self.moments else 0.0

    @property
    def reciprocal_rank(self) -> float:
        """The mean reciprocal rank of the real next stop, 0 where it is not among the first ten."""
        return self.reciprocal / self.moments if self.moments else 0.0

    def coverage(self, items: int) -> float:
        """Return the share of all items that was ever among the first five."""
        return len(self.shown) / items


def find_moments(trails: Sequence[Trail]) -> Iterator[tuple[list[tuple[str, float]], str]]:
    """Yield (the stays so far, where they went on to) for each step to an item they had not seen."""
    for trail in trails:
        past: list[tuple[str, float]] = []
        seen: set[str] = set()
        for stay in trail.stays:
            if past and stay.item not in seen:
                yield list(past), stay.item
            past.append((stay.item, stay.stay_s))
            seen.add(stay.item)
