"""Cards of stops, and visitors before them, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.model.content import StopCard
from kiosk.place.events import Fix
from kiosk.place.ground import Ground
from kiosk.place.tracker import Tracker

GROUND = Ground(28.5245, 77.1855)
"""A corner of a garden: stops and visitors are placed in metres from it."""


def make_card(name: str, east_m: float = 0, north_m: float = 0, radius_m: float | None = None) -> StopCard:
    lat, lon = GROUND.to_degrees(east_m, north_m)
    return StopCard(
        *(f"garden/{name}", "garden", name, name, "", 1, "", None, None, lat, lon, (), ""), radius_m=radius_m
    )


def make_fix(east_m: float, north_m: float, at_s: float, accuracy_m: float = 4.0, **motion: float) -> Fix:
    return Fix(*GROUND.to_degrees(east_m, north_m), accuracy_m, round(at_s * 1000), **motion)


def stay(
    tracker: Tracker, east_m: float, north_m: float, seconds: Iterable[int], accuracy_m: float = 4.0
) -> None:
    """Have the tracker see a visitor who stands somewhere."""
    for second in seconds:
        tracker.take(make_fix(east_m, north_m, second, accuracy_m, course_deg=0.0, speed_m_s=0.0))
