"""How strongly a stop draws whoever is at another: what visitors do, and how far it is. Nothing of one visitor."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log
from typing import Final

from kiosk.guide.closeness import Closeness
from kiosk.guide.popularity import Popularity
from kiosk.guide.weights import Weights

# Where no place is known a stop goes behind all others, and is not lost.
_FARTHEST: Final = 1e9


class Pull:
    """The pull of a site's stops on somebody at ``here`` ("" before the first), in natural logarithms."""

    def __init__(self, here: str, popularity: Popularity, closeness: Closeness, weights: Weights) -> None:
        self._here, self._popularity, self._weights = here, popularity, weights
        self.away = closeness.around(here)
        self._spacing = closeness.spacing

    def nearness(self, stop: str) -> float:
        """Return what a stop's distance adds: the nearer, the more."""
        return -self._weights.distance * log(self._spacing + min(self.away[stop], _FARTHEST))

    def on(self, stop: str, times: float = 1.0) -> float:
        """Return the pull of a stop; ``times`` likelier than its visits and moves say."""
        share = self._popularity.share(stop)
        moves = self._popularity.moves_share(self._here, stop) if self._here else share
        return (
            self._weights.popularity * log(share)
            + self._weights.moves * log(moves * times)
            + self.nearness(stop)
        )


def find_likelihoods(scores: dict[str, float], sharpness: float) -> dict[str, float]:
    """Return how likely each stop is the next, 0 to 1 and 1 in all, of what they score in natural logarithms."""
    most = max(scores.values(), default=0.0)
    weights = {stop: exp(sharpness * (score - most)) for stop, score in scores.items()}
    total = sum(weights.values())
    return {stop: weight / total for stop, weight in weights.items()}


def take_likeliest(likelihoods: dict[str, float], stops: Iterable[str], count: int) -> list[float]:
    """Return the likelihoods of the ``count`` likeliest of some stops, falling."""
    return sorted((likelihoods[stop] for stop in stops if stop in likelihoods), reverse=True)[:count]
