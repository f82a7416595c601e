"""Other sites within a walk or a short ride of this one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.model.content import NearbySite
from kiosk.model.geography import distance_m

RIDE_M = 5_000.0


@dataclass(frozen=True, slots=True)
class NearbyPlace:
    """A site near by. ``distance_m`` is the straight line in metres: say "about", a way is longer."""

    site: NearbySite
    distance_m: float


def find_nearby(
    sites: Sequence[NearbySite], lat: float | None, lon: float | None, within_m: float = RIDE_M
) -> tuple[NearbyPlace, ...]:
    """Return the sites within ``within_m`` metres of a point (WGS 84 degrees), nearest first.

    From an unknown place (None) nothing is known to be near.
    """
    if lat is None or lon is None:
        return ()
    places = [NearbyPlace(site, distance_m(lat, lon, site.lat, site.lon)) for site in sites]
    return tuple(
        sorted(
            (place for place in places if place.distance_m <= within_m),
            key=lambda place: (place.distance_m, place.site.id),
        )
    )
