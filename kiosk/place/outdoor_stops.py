"""The stops of a site that stand outdoors: those whose place on the ground is known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from kiosk.model.content import StopCard
from kiosk.model.place_offer import MOST_RADIUS_M
from kiosk.place.ground import Ground

LEAST_OWN_RADIUS_M, MOST_OWN_RADIUS_M = 8.0, 20.0
"""Without a radius of the author's: half the way to the next stop, but no less than a receiver can tell apart."""


@dataclass(frozen=True, slots=True)
class OutdoorStop:
    """A stop on the ground: metres east and north, and how near somebody is who stands at it."""

    id: str
    east_m: float
    north_m: float
    radius_m: float


class OutdoorStops:
    """All of them, sorted from west to east, on a plane around the first one.

    Attributes:
        ground: The plane; None where no stop has a place.
    """

    def __init__(self, cards: Sequence[StopCard]) -> None:
        placed = [
            (card, card.lat, card.lon) for card in cards if card.lat is not None and card.lon is not None
        ]
        self.ground = Ground(placed[0][1], placed[0][2]) if placed else None
        self._stops: list[OutdoorStop] = []
        if self.ground is not None:
            spots = sorted(
                (*self.ground.to_metres(lat, lon), card.id, card.radius_m) for card, lat, lon in placed
            )
            self._stops = [_make_stop(spots, index) for index in range(len(spots))]
        self._easts = [stop.east_m for stop in self._stops]

    def __len__(self) -> int:
        return len(self._stops)

    def near(self, east_m: float, north_m: float, within_m: float) -> Iterator[tuple[float, OutdoorStop]]:
        """Yield each stop within ``within_m`` of a place with its distance, in no order."""
        first, last = (
            bisect_left(self._easts, east_m - within_m),
            bisect_right(self._easts, east_m + within_m),
        )
        for stop in self._stops[first:last]:
            away_m = hypot(stop.east_m - east_m, stop.north_m - north_m)
            if away_m <= within_m:
                yield away_m, stop


def _make_stop(spots: list[tuple[float, float, str, float | None]], index: int) -> OutdoorStop:
    east, north, stop_id, radius = spots[index]
    if radius is None:
        radius = max(LEAST_OWN_RADIUS_M, _find_gap(spots, index) / 2)
    return OutdoorStop(stop_id, east, north, min(radius, MOST_RADIUS_M))


def _find_gap(spots: list[tuple[float, float, str, float | None]], index: int) -> float:
    """Return the way from a spot to the nearest other one, or twice the largest radius of ours where that is less."""
    gap = 2 * MOST_OWN_RADIUS_M
    east, north, *_ = spots[index]
    for step in (-1, 1):
        other = index + step
        while 0 <= other < len(spots) and abs(spots[other][0] - east) < gap:
            gap = min(gap, hypot(spots[other][0] - east, spots[other][1] - north))
            other += step
    return gap
