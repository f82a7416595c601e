"""How well each stop fits a moment of a visit: near, liked, on the way others take, and to this visitor's taste."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf, log
from typing import Final

from kiosk.guide.moment import Moment
from kiosk.guide.site_ground import SiteGround
from kiosk.model.content import StopCard


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much, in natural logarithms: 0.7 is twice as likely.

    Attributes:
        popularity: Of ln P(stop), its share of visits.
        distance: Of -ln(spacing + distance).
        moves: Of ln M(stop before -> stop), the share of moves.
        thread: How many times likelier the stop is that comes next in the curator's order, while few moves are counted.
        interest: Of a stop with a tag that the visitor named.
        more: Of the likeness (0 to 1) to what the visitor asked for more of, or less of.
        variety: Of the likeness to what is already offered.
    """

    popularity: float = 1.0
    distance: float = 1.25
    moves: float = 1.0
    thread: float = 4.0
    interest: float = 0.8
    more: float = 3.0
    variety: float = 0.3


FITTED: Final = Weights()
"""Popularity, distance and moves: fitted on seven public sets of visits, each tried with the weights of the other six."""


class Fit:
    """The fit of each candidate at one moment, in natural logarithms: only differences mean something."""

    def __init__(
        self, ground: SiteGround, moment: Moment, candidates: Sequence[StopCard], weights: Weights = FITTED
    ) -> None:
        self.ground, self.moment, self.weights = ground, moment, weights
        closeness = ground.closeness(moment.wishes.step_free)
        self.away = closeness.around(moment.here)
        self._spacing = closeness.spacing
        self.follower = _find_follower(ground, moment, candidates)
        self.nearest = (
            _find_nearest(self.away, candidates) if moment.here and not closeness.is_by_order else ""
        )
        self.scores = {card.id: self._score(card) for card in candidates}

    def taste(self, card: StopCard) -> float:
        """Return what the visitor's own wishes and signs add for a stop; below 0 for what they want less of."""
        liked = bool(self.moment.wishes.interests & set(card.tags))
        taste = self.moment.taste
        more, less = self._likest(taste.more, card.id), self._likest(taste.less, card.id)
        return self.weights.interest * liked + self.weights.more * (more - less)

    def nearness(self, card: StopCard) -> float:
        """Return what a stop's distance adds: the nearer, the more."""
        away = self.away[card.id]
        # Where no place is known the stop goes behind all others, and is not lost.
        return -self.weights.distance * log(self._spacing + min(away, 1e9))

    def _score(self, card: StopCard) -> float:
        popularity, here = self.ground.popularity, self.moment.here
        share = popularity.share(card.id)
        moves = popularity.moves_share(here, card.id) if here else share
        if self.follower is not None and card.id == self.follower.id:
            moves *= 1 + (self.weights.thread - 1) * popularity.ignorance(here)
        return (
            self.weights.popularity * log(share)
            + self.weights.moves * log(moves)
            + self.nearness(card)
            + self.taste(card)
        )

    def _likest(self, stops: Iterable[str], other: str) -> float:
        return max((self.ground.likeness.between(stop, other) for stop in stops), default=0.0)


def _find_nearest(away: dict[str, float], candidates: Sequence[StopCard]) -> str:
    near = min(((away[card.id], card.order, card.id) for card in candidates), default=(inf, 0, ""))
    return near[2] if near[0] < inf else ""


def _find_follower(ground: SiteGround, moment: Moment, candidates: Sequence[StopCard]) -> StopCard | None:
    """Return the candidate that comes next in the curator's order; after the last one the first."""
    if not candidates or not ground.has_order:
        return None
    by_order = sorted(candidates, key=lambda card: (card.order, card.id))
    current = ground.find_card(moment.here)
    at = current.order if current is not None else -inf
    return next((card for card in by_order if card.order > at), by_order[0])
