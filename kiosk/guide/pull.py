"""How strongly a stop draws whoever is at another: what visitors do, and how far it is. Nothing of one visitor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp, log
from typing import Final

from kiosk.guide.closeness import Closeness
from kiosk.guide.popularity import Popularity
from kiosk.guide.weights import Weights

# Where no place is known a stop goes behind all others, and is not lost.
_FARTHEST: Final = 1e9


class Pull:
    """The pull of a site's stops on somebody at ``here`` ("" before the first), in natural logarithms.

    ``before`` are the stops they saw before it, the last one first.

    Attributes:
        away: How far each stop is, as :class:`Closeness` measures it.
        nearness: What the distance of each stop adds: the nearer, the more.
        of: The pull of each stop.
    """

    def __init__(
        self,
        here: str,
        popularity: Popularity,
        closeness: Closeness,
        weights: Weights,
        before: Sequence[str] = (),
    ) -> None:
        self.away, spacing, distance = closeness.around(here), closeness.spacing, weights.distance
        self.nearness = {
            stop: -distance * log(spacing + min(away, _FARTHEST)) for stop, away in self.away.items()
        }
        moves, shares = popularity.log_moves(here, before, weights.earlier), popularity.log_shares
        self.of = {
            stop: weights.popularity * shares[stop] + weights.moves * moves[stop] + near
            for stop, near in self.nearness.items()
        }


def find_likelihoods(scores: dict[str, float], sharpness: float) -> dict[str, float]:
    """Return how likely each stop is the next, 0 to 1 and 1 in all, of what they score in natural logarithms."""
    most = max(scores.values(), default=0.0)
    weights = {stop: exp(sharpness * (score - most)) for stop, score in scores.items()}
    total = sum(weights.values())
    return {stop: weight / total for stop, weight in weights.items()}


def take_likeliest(likelihoods: dict[str, float], stops: Iterable[str], count: int) -> list[float]:
    """Return the likelihoods of the ``count`` likeliest of some stops, falling."""
    return sorted((likelihoods[stop] for stop in stops if stop in likelihoods), reverse=True)[:count]
