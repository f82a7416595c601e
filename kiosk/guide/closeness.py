"""How near stops are to each other, in whatever the site gives: metres on foot, its plans, or the curator's order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import hypot, inf
from typing import Final

from kiosk.guide.walking import Walking
from kiosk.model.content import StopCard

# So many stops tell how far apart those of a large site are; all of them would take seconds.
_SAMPLE: Final = 24
_KEPT: Final = 32


class Closeness:
    """Distances to compare, never to be told: metres, or widths of a plan, or steps of the curator's order.

    Attributes:
        spacing: How far a stop's nearest neighbour is, the median over the site; above 0, in the same measure.
    """

    def __init__(self, cards: Sequence[StopCard], walking: Walking) -> None:
        self._cards = {card.id: card for card in cards}
        self._ranks = {card.id: rank for rank, card in enumerate(cards)}
        self._walking = walking
        drawn = sum(card.plan_x is not None and card.plan_y is not None for card in cards)
        self._is_drawn = not walking.is_measured and drawn > 1
        # Several questions are asked of one moment, and several moments at one stop.
        self.around = lru_cache(maxsize=_KEPT)(self._look_around)
        self.spacing = 1.0
        self.spacing = self._find_spacing(cards)

    @property
    def is_measured(self) -> bool:
        """Whether distances are metres."""
        return self._walking.is_measured

    @property
    def is_by_order(self) -> bool:
        """Whether nothing but the curator's order says what is near."""
        return not self._is_drawn and not self._walking.is_measured

    def _look_around(self, stop: str) -> dict[str, float]:
        """Return how far each stop is from ``stop``; infinite where no open way leads there. From nowhere: by order."""
        if stop not in self._cards:
            return {other: rank + self.spacing for other, rank in self._ranks.items()}
        if self._walking.is_measured:
            return self._walking.metres_from(stop)
        if self._is_drawn:
            return {other: self._widths(stop, other) for other in self._cards}
        # Back in the order is as far as round.
        rank, stops = self._ranks[stop], len(self._ranks)
        return {other: float((its - rank) % stops) for other, its in self._ranks.items()}

    def _widths(self, one: str, other: str) -> float:
        """Return the straight line on a plan; a stop that is not drawn there, or on another floor, is beyond its edge."""
        here, there = self._cards[one], self._cards[other]
        if here.plan_x is None or here.plan_y is None or there.plan_x is None or there.plan_y is None:
            return 2.0
        line = hypot(here.plan_x - there.plan_x, here.plan_y - there.plan_y)
        return line if here.floor_id == there.floor_id else 1.0 + line

    def _find_spacing(self, cards: Sequence[StopCard]) -> float:
        if self.is_by_order:
            return 1.0
        step = max(1, len(cards) // _SAMPLE)
        nearest = [
            min((away for other, away in self._look_around(card.id).items() if other != card.id), default=inf)
            for card in cards[::step]
        ]
        known = sorted(away for away in nearest if 0 < away < inf)
        # The median; the library's takes 4 ms to load, before the first frame.
        return (known[len(known) // 2] + known[~(len(known) // 2)]) / 2 if known else 1.0
