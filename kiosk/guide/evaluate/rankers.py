"""What puts the next stops in order: the guide itself, and four plain ways that it has to beat."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from math import sqrt
from typing import Final

from kiosk.guide.evaluate.trails import Item, Trail
from kiosk.guide.moment import Moment
from kiosk.guide.relative_interest import find_relative_interest
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.suggest import suggest
from kiosk.guide.taste import Taste
from kiosk.model.geography import distance_m

Past = Sequence[tuple[str, float]]
"""The stays so far: items and seconds."""

Ranker = Callable[[Past, int], list[str]]
"""Returns so many unseen items, the likeliest next one first."""

# A metre or so: two items at one place would be infinitely near.
_AT_HAND_M: Final = 1.0


def make_ours(ground: SiteGround) -> Ranker:
    """Return the guide itself, as a device runs it: places kept for the little known and all."""

    def rank(past: Past, count: int) -> list[str]:
        seen = tuple(dict.fromkeys(item for item, _ in past))
        taste = Taste(stayed=find_relative_interest(ground.find_card, ground.sums, past))
        moment = Moment("", "", past[-1][0], seen, taste=taste)
        return [one.stop.id for one in suggest(ground, moment, count)]

    return rank


def make_popularity(items: Sequence[Item], trails: Sequence[Trail]) -> Ranker:
    """Return the items by how many visits stopped at them."""
    visits = _count_visits(trails)
    return _by_score(items, lambda _, item: (visits[item.id],))


def make_nearest(items: Sequence[Item], trails: Sequence[Trail]) -> Ranker:
    """Return the items by their distance, then by visits."""
    visits, metres = _count_visits(trails), _Metres(items)
    return _by_score(items, lambda past, item: (-metres.between(past[-1][0], item.id), visits[item.id]))


def make_popularity_by_distance(items: Sequence[Item], trails: Sequence[Trail]) -> Ranker:
    """Return the items by visits divided by metres."""
    visits, metres = _count_visits(trails), _Metres(items)
    return _by_score(
        items, lambda past, item: (visits[item.id] / (_AT_HAND_M + metres.between(past[-1][0], item.id)),)
    )


def make_item_knn(items: Sequence[Item], trails: Sequence[Trail]) -> Ranker:
    """Return the items by how often they are in one visit with those seen so far (cosine), summed, then by visits.

    Source: Sarwar et al., Item-based collaborative filtering recommendation algorithms, WWW 2001.
    """
    visits = _count_visits(trails)
    together: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for trail in trails:
        seen = {stay.item for stay in trail.stays}
        for one in seen:
            together[one].update(seen - {one})
    alike = {
        one: {other: count / sqrt(visits[one] * visits[other]) for other, count in others.items()}
        for one, others in together.items()
    }

    def score(past: Past, item: Item) -> tuple[float, ...]:
        return sum(alike.get(seen, {}).get(item.id, 0.0) for seen in {one for one, _ in past}), visits[
            item.id
        ]

    return _by_score(items, score)


BASELINES: Final[dict[str, Callable[[Sequence[Item], Sequence[Trail]], Ranker]]] = {
    "popularity": make_popularity,
    "nearest": make_nearest,
    "item-kNN": make_item_knn,
    "popularity/distance": make_popularity_by_distance,
}


class _Metres:
    """Straight lines between items; where one has no place, all are as far as the earth is round."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._spots = {
            item.id: (item.lat, item.lon) for item in items if item.lat is not None and item.lon is not None
        }
        self._known: dict[tuple[str, str], float] = {}

    def between(self, one: str, other: str) -> float:
        key = (one, other)
        if key not in self._known:
            here, there = self._spots.get(one), self._spots.get(other)
            self._known[key] = distance_m(*here, *there) if here and there else 4e7
        return self._known[key]


def _count_visits(trails: Sequence[Trail]) -> Counter[str]:
    visits: Counter[str] = Counter()
    for trail in trails:
        visits.update({stay.item for stay in trail.stays})
    return visits


def _by_score(items: Sequence[Item], score: Callable[[Past, Item], tuple[float, ...]]) -> Ranker:
    def rank(past: Past, count: int) -> list[str]:
        seen = {item for item, _ in past}
        left = [item for item in items if item.id not in seen]
        left.sort(key=lambda item: score(past, item), reverse=True)
        return [item.id for item in left[:count]]

    return rank
