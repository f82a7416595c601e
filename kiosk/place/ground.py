"""A flat piece of ground: metres east and north of a point, and back.

Within 10 km of the point the error is under 0.1 % of the distance (the earth is taken for a sphere), which is
less than any receiver knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians

from kiosk.model.geography import EARTH_RADIUS_M

# At a pole, where east means nothing, a step is not divided by zero.
_LEAST_COSINE = 1e-6


@dataclass(frozen=True, slots=True)
class Ground:
    """The plane that touches the earth at ``lat``, ``lon`` (WGS 84 degrees)."""

    lat: float
    lon: float

    def to_metres(self, lat: float, lon: float) -> tuple[float, float]:
        """Return how far east and north of the plane's point a place lies; across the date line too."""
        east_deg = (lon - self.lon + 180) % 360 - 180
        return radians(east_deg) * EARTH_RADIUS_M * self._cosine, radians(lat - self.lat) * EARTH_RADIUS_M

    def to_degrees(self, east_m: float, north_m: float) -> tuple[float, float]:
        """Return the latitude and longitude of a place in metres: the way back of :meth:`to_metres`."""
        lon = self.lon + degrees(east_m / (EARTH_RADIUS_M * self._cosine))
        lat = self.lat + degrees(north_m / EARTH_RADIUS_M)
        return min(max(lat, -90.0), 90.0), (lon + 180) % 360 - 180

    @property
    def _cosine(self) -> float:
        return max(cos(radians(self.lat)), _LEAST_COSINE)


def measure_way(from_m: tuple[float, float], to_m: tuple[float, float]) -> tuple[float, float]:
    """Return the distance in metres and the bearing (degrees clockwise from north, 0 to 360) between two places in metres."""
    east, north = to_m[0] - from_m[0], to_m[1] - from_m[1]
    return hypot(east, north), degrees(atan2(east, north)) % 360


def turn_between(heading_deg: float, bearing_deg: float) -> float:
    """Return how far to turn clockwise from ``heading_deg`` to face ``bearing_deg``, above -180 and up to 180."""
    turn = (bearing_deg - heading_deg) % 360
    return turn - 360 if turn > 180 else turn
