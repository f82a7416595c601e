"""How well each stop fits a moment of a visit: near, liked, on the way others take, and to this visitor's taste."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from kiosk.guide.moment import Moment
from kiosk.guide.pull import Pull, find_likelihoods
from kiosk.guide.site_ground import SiteGround
from kiosk.model.content import StopCard


class Fit:
    """The fit of each candidate at one moment.

    Attributes:
        scores: By stop id, in natural logarithms: only differences mean something.
        likelihoods: How likely each is the next, 0 to 1 and 1 in all.
        follower: The candidate that comes next in the curator's order; None where there is no order.
        nearest: Id of the nearest candidate; "" where no place is known.
    """

    def __init__(self, ground: SiteGround, moment: Moment, candidates: Sequence[StopCard]) -> None:
        self.ground, self.moment, self.weights = ground, moment, ground.weights
        closeness = ground.closeness(moment.wishes.step_free)
        here = moment.here if ground.find_card(moment.here) is not None else ""
        self._pull = Pull(here, ground.popularity, closeness, self.weights)
        self.follower = _find_follower(ground, here, candidates)
        self.nearest = (
            _find_nearest(self._pull.away, candidates) if here and not closeness.is_by_order else ""
        )
        known = 1 - ground.popularity.ignorance(here)
        self._thread = known + (1 - known) * self.weights.thread
        self.scores = {card.id: self._score(card) for card in candidates}
        self.likelihoods = find_likelihoods(self.scores, self.weights.sharpness)

    def taste(self, card: StopCard) -> float:
        """Return what the visitor's own wishes and signs add for a stop; below 0 for what they want less of."""
        liked = bool(self.moment.wishes.interests & set(card.tags))
        taste = self.moment.taste
        more, less = self._likest(taste.more, card.id), self._likest(taste.less, card.id)
        return self.weights.interest * liked + self.weights.more * (more - less)

    def unvisited(self, card: StopCard) -> float:
        """Return the fit of a stop of which nobody knows how liked it is."""
        return self._pull.nearness(card.id) + self.taste(card)

    def _score(self, card: StopCard) -> float:
        times = self._thread if card is self.follower else 1.0
        return self._pull.on(card.id, times) + self.taste(card)

    def _likest(self, stops: Iterable[str], other: str) -> float:
        return max((self.ground.likeness.between(stop, other) for stop in stops), default=0.0)


def _find_nearest(away: dict[str, float], candidates: Sequence[StopCard]) -> str:
    near = min(((away[card.id], card.order, card.id) for card in candidates), default=(inf, 0, ""))
    return near[2] if near[0] < inf else ""


def _find_follower(ground: SiteGround, here: str, candidates: Sequence[StopCard]) -> StopCard | None:
    """Return the candidate that comes next in the curator's order; after the last one the first."""
    if not candidates or not ground.has_order:
        return None
    by_order = sorted(candidates, key=lambda card: (card.order, card.id))
    current = ground.find_card(here)
    at = current.order if current is not None else -inf
    return next((card for card in by_order if card.order > at), by_order[0])
