"""Where a simulated visitor goes next: near things, things that draw, and what the guide suggests."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from random import Random
from typing import Final

from kiosk.app.simulate.sites import VisitedSite, VisitedStop

# At this distance something draws a third as much as at hand.
_REACH_M: Final = 70.0
_M_A_S: Final = 0.8
# On the way people look about, take pictures and sit down.
_LOOKING_MS: Final = 70_000
_LEAST_WALK_MS: Final = 12_000
_MOST_WALK_MS: Final = 600_000
SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Step:
    """The way to the next stop, and how long it takes."""

    stop: VisitedStop
    walk_ms: int


def choose_next(
    site: VisitedSite, here: VisitedStop | None, seen: Collection[str], rng: Random
) -> VisitedStop | None:
    """Return the stop that a visitor goes to by themselves; None where all are seen."""
    left = [stop for stop in site.stops if stop.id not in seen]
    if not left:
        return None
    return rng.choices(left, [_pull(here, stop) for stop in left])[0]


def suggest(site: VisitedSite, here: VisitedStop, seen: Collection[str]) -> list[VisitedStop]:
    """Return what the guide would suggest from here, best first."""
    left = [stop for stop in site.stops if stop.id not in seen]
    return sorted(left, key=lambda stop: -_pull(here, stop))[: SHOWN + 1]


def walk_to(here: VisitedStop | None, stop: VisitedStop, rng: Random) -> Step:
    """Return how long it takes to get there, with looking about on the way."""
    way_m = _apart_m(here, stop) if here is not None else 20.0
    walk_ms = 1000 * way_m / _M_A_S * rng.lognormvariate(0.2, 0.4) + rng.expovariate(1 / _LOOKING_MS)
    return Step(stop, round(min(_MOST_WALK_MS, max(_LEAST_WALK_MS, walk_ms))))


def _pull(here: VisitedStop | None, stop: VisitedStop) -> float:
    away_m = math.hypot(stop.x_m, stop.y_m) if here is None else _apart_m(here, stop)
    return stop.draw * math.exp(-away_m / _REACH_M) + 1e-6


def _apart_m(one: VisitedStop, other: VisitedStop) -> float:
    return math.hypot(one.x_m - other.x_m, one.y_m - other.y_m)
