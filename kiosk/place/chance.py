"""How likely somebody stands within a circle, when their place is known with an error only."""

from __future__ import annotations

from functools import lru_cache
from math import acos, log, pi, sqrt

_RINGS = 32
"""So many equal shares of the bell; against 4,000 of them the answer differs by less than 0.02."""

SIGMAS_IN_ACCURACY = sqrt(-2 * log(1 - 0.68))
"""The circle of 68 % is so many standard deviations of one axis wide (1.51), the error being the same on all sides."""


def chance_within(radius_m: float, distance_m: float, accuracy_m: float) -> float:
    """Return the chance, 0 to 1, of being within ``radius_m`` of a point that seems ``distance_m`` away.

    Args:
        radius_m: Radius of the circle around the point, above 0.
        distance_m: From the estimated place to the point, 0 or more.
        accuracy_m: The estimate's 68 % radius, above 0.
    """
    sigma = accuracy_m / SIGMAS_IN_ACCURACY
    return sum(_share(radius_m, distance_m, ring * sigma) for ring in _list_rings()) / _RINGS


@lru_cache(maxsize=1)
def _list_rings() -> tuple[float, ...]:
    """Return the radii, in standard deviations, that each stand for an equal share of a two-dimensional bell."""
    return tuple(sqrt(-2 * log(1 - (index + 0.5) / _RINGS)) for index in range(_RINGS))


def _share(radius_m: float, distance_m: float, ring_m: float) -> float:
    """Return how much of a ring around the estimate lies within the circle around the point."""
    if distance_m * ring_m == 0:
        return float(max(distance_m, ring_m) <= radius_m)
    cosine = (radius_m**2 - distance_m**2 - ring_m**2) / (2 * distance_m * ring_m)
    return 1 - acos(max(-1.0, min(1.0, cosine))) / pi
