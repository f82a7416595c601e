"""How stops that few go to get their turn: a place in five, where it costs the fewest visitors what they looked for.

Each of the less-visited half is taken for as much likelier than it is as makes them a fifth of all that is suggested.
That loses least of all ways to give them their share: a list whose stops are all likely stays as it is, one whose last
stop is a guess gives it up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kiosk.guide.closeness import Closeness
from kiosk.guide.popularity import Popularity
from kiosk.guide.pull import Pull, find_likelihoods, take_likeliest
from kiosk.guide.weights import Weights

# What is suggested from so many stops tells of a whole site; more of them would take long on the first visit's start.
_SAMPLE: Final = 24
_LONGEST_LIST: Final = 10
_HALVINGS: Final = 16


@dataclass(frozen=True, slots=True)
class _Place:
    """What draws people at one stop: the likelihoods of the less visited and of the others, falling, and how much goes on there."""

    less: list[float]
    others: list[float]
    traffic: float

    def count_less(self, count: int, lift: float) -> int:
        """Return how many less-visited stops are in a list of ``count`` with their lift."""
        lifted = [(one + lift, True) for one in self.less] + [(one, False) for one in self.others]
        return sum(is_less for _, is_less in sorted(lifted, reverse=True)[:count])


class Turns:
    """The lift of a site's less-visited stops; worked out when it is first asked for, in some milliseconds."""

    def __init__(
        self, stops: Sequence[str], popularity: Popularity, closeness: Closeness, weights: Weights
    ) -> None:
        self._stops, self._popularity = stops, popularity
        self._closeness, self._weights = closeness, weights
        self._lifts: dict[int, float] = {}

    def lift(self, count: int) -> float:
        """Return what is added to the likelihood (0 to 1) of a less-visited stop in lists of ``count``, 0 or more."""
        if count < 2 or not self._popularity.less_visited:
            return 0.0
        count = min(count, _LONGEST_LIST)
        if count not in self._lifts:
            self._lifts[count] = self._find_lift(count)
        return self._lifts[count]

    def _find_lift(self, count: int) -> float:
        # With this lift each of them is likelier than any other stop.
        low, high = 0.0, max((place.others[0] for place in self._places if place.others), default=1.0)
        if self.find_share(count, low) >= self._weights.turns:
            return low
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (
                (low, middle) if self.find_share(count, middle) >= self._weights.turns else (middle, high)
            )
        return high

    def find_share(self, count: int, lift: float) -> float:
        """Return the share of the places of all lists that less-visited stops have with a lift."""
        all_of_them = sum(
            place.traffic * min(count, len(place.less) + len(place.others)) for place in self._places
        )
        theirs = sum(place.traffic * place.count_less(count, lift) for place in self._places)
        return theirs / all_of_them if all_of_them else 1.0

    @cached_property
    def _places(self) -> list[_Place]:
        """Return what draws people at some of the stops: those that most visits see, as they see most lists."""
        by_visits = sorted(self._stops, key=lambda stop: (-self._popularity.share(stop), stop))
        return [self._look_from(stop) for stop in by_visits[:_SAMPLE]]

    def _look_from(self, here: str) -> _Place:
        pull = Pull(here, self._popularity, self._closeness, self._weights)
        scores = {stop: score for stop, score in pull.of.items() if stop != here}
        likelihoods = find_likelihoods(scores, self._weights.sharpness)
        less = self._popularity.less_visited
        others = [stop for stop in self._stops if stop not in less]
        return _Place(
            take_likeliest(likelihoods, less, _LONGEST_LIST),
            take_likeliest(likelihoods, others, _LONGEST_LIST),
            # Suggestions are asked for where people stop, and again where they go on from.
            self._popularity.share(here) + self._popularity.onward(here),
        )
