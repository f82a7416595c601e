"""Other sites within a walk or a short ride of this one, with how far they are and whether they are open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import cos, isfinite, radians
from typing import Final

from kiosk.guide.opening import NOT_KNOWN, OpenState, find_open_state
from kiosk.model.content import NearbySite, Site
from kiosk.model.geography import EARTH_RADIUS_M, distance_m

WALK_M: Final = 2_000.0
"""Who goes on to a site within this, in a straight line, can go on foot."""

RIDE_M: Final = 5_000.0

MOST_PLACES: Final = 30
"""More are not told: nobody reads on, and each one's hours have to be read."""

TURN: Final = 3
"""Of so many places in a row one is a lesser-known one, where there is one left."""

# The same place told twice, by two authors or in two packs.
_SAME_PLACE_M: Final = 150.0
# No way is shorter than the straight line; coordinates are, by a little.
_SHORTER_BY: Final = 0.9


@dataclass(frozen=True, slots=True)
class NearbyPlace:
    """A site near by.

    Attributes:
        site: The site.
        distance_m: The straight line in metres: say "about", a way is longer.
        walk_m: The way on foot in metres where the author measured it; None elsewhere.
        is_walk: It is within ``WALK_M`` in a straight line.
        opening: Whether it is open now.
    """

    site: NearbySite
    distance_m: float
    walk_m: float | None = None
    is_walk: bool = True
    opening: OpenState = NOT_KNOWN


def as_nearby(site: Site) -> NearbySite | None:
    """Return another site of this device as one to go on to; None where nobody says where it is."""
    if site.lat is None or site.lon is None:
        return None
    return NearbySite(
        site.id, site.name, site.summary, site.lat, site.lon, "", site.opening_hours, site.timezone
    )


def find_nearby(
    sites: Sequence[NearbySite],
    lat: float | None,
    lon: float | None,
    now: datetime | None = None,
    within_m: float = RIDE_M,
    timezone: str = "",
) -> tuple[NearbyPlace, ...]:
    """Return at most ``MOST_PLACES`` sites near a point, the nearest first, but for the lesser-known ones' turn.

    Args:
        sites: Those an author names. One that has no place on the earth is left out, and one told twice is told once.
        lat: The point, in WGS 84 degrees; from an unknown one (None) nothing is known to be near.
        lon: The same.
        now: The time, aware of its zone; None where the clock cannot be believed: then nothing is said of hours.
        within_m: So far in a straight line at most, in metres.
        timezone: Of sites that name none of their own.

    Returns:
        The places. Of 20,000 sites in under 20 ms: only those that are told are looked at closely.
    """
    if lat is None or lon is None or not _is_on_earth(lat, lon):
        return ()
    near = _leave_out_twins(_list_around(sites, lat, lon, within_m), lat, lon, within_m)
    return tuple(
        _describe(site, distance, now, timezone) for distance, site in _give_turns(near)[:MOST_PLACES]
    )


def _list_around(
    sites: Sequence[NearbySite], lat: float, lon: float, within_m: float
) -> Iterable[NearbySite]:
    """Return the sites around a point as on a flat map, about the nearest first: a great circle for each would be dear.

    What is not a number is nowhere. No site stands so near to a pole that the map is wrong.
    """
    high = within_m / (radians(1) * EARTH_RADIUS_M) * 1.01
    shrink = cos(radians(min(89.0, abs(lat) + high)))
    squares = [
        (site.lat - lat) ** 2 + (shrink * ((site.lon - lon + 540.0) % 360.0 - 180.0)) ** 2 for site in sites
    ]
    around = [at for at, square in enumerate(squares) if square <= high * high]
    around.sort(key=squares.__getitem__)  # in the author's order where two are equally far
    return (sites[at] for at in around)


def _is_on_earth(lat: float, lon: float) -> bool:
    return isfinite(lat) and isfinite(lon) and abs(lat) <= 90 and abs(lon) <= 180


def _leave_out_twins(
    around: Iterable[NearbySite], lat: float, lon: float, within_m: float
) -> list[tuple[float, NearbySite]]:
    kept: list[tuple[float, NearbySite]] = []
    told: dict[str, list[NearbySite]] = {}
    for site in around:
        twins = told.setdefault(site.name.casefold(), [])
        distance = distance_m(lat, lon, site.lat, site.lon)
        if distance > within_m or any(_are_one_place(site, twin) for twin in twins):
            continue
        twins.append(site)
        kept.append((distance, site))
        # Enough to choose from: the lesser-known beyond are not given a turn.
        if len(kept) >= MOST_PLACES * TURN:
            break
    return sorted(kept, key=lambda place: (place[0], place[1].id))


def _are_one_place(one: NearbySite, other: NearbySite) -> bool:
    return one.id == other.id or distance_m(one.lat, one.lon, other.lat, other.lon) <= _SAME_PLACE_M


def _give_turns(near: list[tuple[float, NearbySite]]) -> list[tuple[float, NearbySite]]:
    """Return the places in order; where the first of each ``TURN`` are well known, the last is the nearest that is not."""
    waiting = list(near)
    ordered: list[tuple[float, NearbySite]] = []
    while waiting:
        some = waiting[:TURN]
        little = next((place for place in waiting[TURN:] if place[1].lesser_known), None)
        if little is not None and not any(site.lesser_known for _, site in some):
            some[-1] = little
        ordered += some
        waiting = [place for place in waiting if place not in some]
    return ordered


def _describe(site: NearbySite, distance: float, now: datetime | None, timezone: str) -> NearbyPlace:
    walk = site.walk_m
    is_sure = walk is not None and isfinite(walk) and walk >= distance * _SHORTER_BY
    return NearbyPlace(
        site=site,
        distance_m=distance,
        walk_m=walk if is_sure else None,
        is_walk=distance <= WALK_M,
        opening=find_open_state(site.opening_hours, site.timezone or timezone, now, site.lat, site.lon),
    )
