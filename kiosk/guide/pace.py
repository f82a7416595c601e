"""How long people stay at a stop and take from one to the next: means and spreads, measured where visits were counted."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt
from typing import Final

from kiosk.guide.wishes import Company, Pace, Wishes
from kiosk.model.content import Depth, StopCard
from kiosk.model.site_sums import SiteSums

METRES_A_MINUTE: Final = {Pace.CALM: 40.0, Pace.USUAL: 55.0, Pace.BRISK: 70.0}
"""As people go who look around: slower than the 1.2 to 1.4 m/s of those who only want to arrive."""

WITH_CHILDREN: Final = 0.8  # of that speed

STAYS: Final = {Pace.CALM: 1.25, Pace.USUAL: 1.0, Pace.BRISK: 0.8}
"""How much longer or shorter than most people stay."""

LOOK_S: Final = 30
"""How long people look beside listening where the author does not say."""

TELL_S: Final = {Depth.GLANCE: 20, Depth.STORY: 90, Depth.DEEP: 240, Depth.CHILDREN: 90, Depth.DESCRIBED: 120}
"""How long a stop is told whose pack does not say."""

UNMEASURED_SPREAD: Final = 0.45
"""Standard deviation of the logarithm of a stay that was not measured: nine in ten lie within a factor of two."""

WIDEST_SPREAD: Final = 0.9
_QUARTILE: Final = 0.6745  # of the normal distribution

TOGETHER: Final = 0.3
"""How much of the spread is the visitor's own, the same at each stop: who lingers here lingers there."""

WALK_SPREAD: Final = 0.15
"""Standard deviation of the time on foot, of the time itself."""

NINETY: Final = 1.2816
NINETY_FIVE: Final = 1.6449
"""Below how many standard deviations above the mean 90 and 95 % of a normal distribution lie."""


@dataclass(frozen=True, slots=True)
class Stay:
    """How long visitors stay at a stop told at ``depth``, in minutes: the mean and the standard deviation."""

    depth: Depth
    mean_min: float
    spread_min: float
    measured: bool


@dataclass(frozen=True, slots=True)
class Total:
    """The time for several stops and the ways between them, as the stays are added up one by one. Minutes."""

    stay_min: float = 0.0
    walk_min: float = 0.0
    spreads: float = 0.0
    variances: float = 0.0

    def add(self, stay: Stay, walk_min: float) -> Total:
        """Return the total with one more stop."""
        return Total(
            self.stay_min + stay.mean_min,
            self.walk_min + walk_min,
            self.spreads + stay.spread_min,
            self.variances + stay.spread_min**2,
        )

    @property
    def mean_min(self) -> float:
        """The time by which about half are through."""
        return self.stay_min + self.walk_min

    @property
    def spread_min(self) -> float:
        """The standard deviation; pace is partly the visitor's own, so that it shrinks less than by the root."""
        stays = TOGETHER * self.spreads**2 + (1 - TOGETHER) * self.variances
        return sqrt(stays + (WALK_SPREAD * self.walk_min) ** 2)

    def at(self, deviations: float) -> float:
        """Return the time so many standard deviations from the mean; never under a third of the mean."""
        return max(self.mean_min / 3, self.mean_min + deviations * self.spread_min)


def find_depth(card: StopCard, wished: Depth) -> Depth:
    """Return the depth at which a stop is told to whom wishes ``wished``: the nearest there is, the shorter first."""
    there = [depth for depth, _ in card.tell_s]
    if not there or wished in there:
        return wished
    scale = (Depth.GLANCE, Depth.STORY, Depth.DEEP)
    if wished not in scale:
        return next((depth for depth in (Depth.STORY, Depth.GLANCE, Depth.DEEP) if depth in there), there[0])
    at = scale.index(wished)
    nearest = (*reversed(scale[:at]), *scale[at + 1 :])
    return next((depth for depth in nearest if depth in there), there[0])


def reckon_stay(card: StopCard, sums: SiteSums, wishes: Wishes, depth: Depth) -> Stay:
    """Return how long a visitor stays at a stop that is told at ``depth``.

    What was measured is of visitors who mostly heard the story; at another depth it is longer or shorter as the
    telling is. Where nothing was measured, the telling and a look count, with a wide spread.
    """
    told = find_depth(card, depth)
    holding = sums.stops[card.id].holding_s if card.id in sums.stops else None
    expected_s = _tell_s(card, told) + (card.look_s or LOOK_S)
    middle_s, spread = float(expected_s), UNMEASURED_SPREAD
    if holding is not None:
        usual_s = _tell_s(card, find_depth(card, Depth.STORY)) + (card.look_s or LOOK_S)
        low_s, median_s, high_s = (max(1, seconds) for seconds in holding)
        middle_s = median_s * expected_s / usual_s
        spread = min(WIDEST_SPREAD, max(0.05, log(max(low_s, high_s) / low_s) / (2 * _QUARTILE)))
    mean_min = middle_s * exp(spread**2 / 2) / 60 * STAYS[wishes.pace]
    return Stay(told, mean_min, mean_min * sqrt(exp(spread**2) - 1), holding is not None)


def find_speed(wishes: Wishes) -> float:
    """Return how many metres a minute a visitor walks."""
    return METRES_A_MINUTE[wishes.pace] * (WITH_CHILDREN if wishes.company is Company.CHILDREN else 1.0)


def _tell_s(card: StopCard, depth: Depth) -> int:
    return dict(card.tell_s).get(depth, TELL_S[depth])
