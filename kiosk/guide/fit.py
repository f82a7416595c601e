"""How well each stop fits a moment of a visit: near, liked, on the way others take, and to this visitor's taste."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, log

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
        self._pull = Pull(here, ground.popularity, closeness, self.weights, moment.find_before(here))
        self._taste = self._find_taste(candidates)
        self.follower = _find_follower(ground, here, candidates)
        self.nearest = (
            _find_nearest(self._pull.away, candidates) if here and not closeness.is_by_order else ""
        )
        self.scores = {card.id: self._pull.of[card.id] + self._taste.get(card.id, 0.0) for card in candidates}
        if self.follower is not None:
            self.scores[self.follower.id] += self._find_thread(here)
        self.likelihoods = find_likelihoods(self.scores, self.weights.sharpness)

    def unvisited(self, card: StopCard) -> float:
        """Return the fit of a stop of which nobody knows how liked it is."""
        return self._pull.nearness[card.id] + self._taste.get(card.id, 0.0)

    def _find_thread(self, here: str) -> float:
        """Return what it adds to be next in the curator's order: the less, the more moves were counted."""
        unknown = self.ground.popularity.ignorance(here)
        return self.weights.moves * log(1 + unknown * (self.weights.thread - 1))

    def _find_taste(self, candidates: Sequence[StopCard]) -> dict[str, float]:
        """Return what the visitor's own wishes and signs add, by stop; below 0 for what they want less of.

        Of several stops they asked for more like, or less, the one that is likest counts.
        """
        interests = self.moment.wishes.interests
        drawn = (card.id for card in candidates if interests and not interests.isdisjoint(card.tags))
        taste = dict.fromkeys(drawn, self.weights.interest)
        for weight, stops in (
            (self.weights.more, self.moment.taste.more),
            (-self.weights.more, self.moment.taste.less),
        ):
            likest: dict[str, float] = {}
            for stop in stops:
                for other, alike in self.ground.likeness.around(stop).items():
                    if alike > likest.get(other, 0.0):
                        likest[other] = alike
            for other, alike in likest.items():
                taste[other] = taste.get(other, 0.0) + weight * alike
        return taste


def _find_nearest(away: dict[str, float], candidates: Sequence[StopCard]) -> str:
    near = min(((away[card.id], card.order, card.id) for card in candidates), default=(inf, 0, ""))
    return near[2] if near[0] < inf else ""


def _find_follower(ground: SiteGround, here: str, candidates: Sequence[StopCard]) -> StopCard | None:
    """Return the candidate that comes next in the curator's order; after the last one the first."""
    if not candidates or not ground.has_order:
        return None
    current = ground.find_card(here)
    at = current.order if current is not None else -inf
    after = [card for card in candidates if card.order > at] or candidates
    return min(after, key=lambda card: (card.order, card.id))
