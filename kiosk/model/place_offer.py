"""A stop that the visitor stands at or near, as the place room offers it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LEAST_RADIUS_M = 3.0
MOST_RADIUS_M = 500.0
"""How near somebody is who stands at a stop: no receiver tells less, and no stop is larger."""


class PlaceState(StrEnum):
    """How well the device knows where it is."""

    OFF = "off"
    SEARCHING = "searching"
    ROUGH = "rough"
    GOOD = "good"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class PlaceOffer:
    """One outdoor stop nearby.

    Attributes:
        stop_id: The stop.
        distance_m: From the visitor to it, on the ground, 0 or more.
        bearing_deg: In which direction it lies, clockwise from true north, 0 to 360.
        turn_deg: The same from where the visitor is heading, clockwise, -180 to 180; None while they stand.
        is_here: Whether they stand at it: surely within its radius, by the fix's accuracy and with hysteresis.
    """

    stop_id: str
    distance_m: float
    bearing_deg: float
    turn_deg: float | None
    is_here: bool
