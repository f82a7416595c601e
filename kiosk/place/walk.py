"""A drawn walk past places, as a recording of a receiver: for rehearsals, and for trying a pack before one walks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.place.ground import Ground, measure_way
from kiosk.place.nmea import format_place, format_sentence, format_time

WALK_M_S = 1.2
_KNOTS = 3600 / 1852


@dataclass(frozen=True, slots=True)
class Pause:
    """A place to walk to (WGS 84 degrees), and how long to stay there."""

    lat: float
    lon: float
    stay_s: int = 0


def format_walk(pauses: Sequence[Pause], start_s: int = 36_000) -> Iterator[str]:
    """Yield the sentences of a walk at 1.2 m/s from each pause straight to the next, a GGA and an RMC a second.

    Args:
        pauses: Where to go, in order; the first is where it begins.
        start_s: Time of day it begins, UTC, in seconds.
    """
    if not pauses:
        return
    ground = Ground(pauses[0].lat, pauses[0].lon)
    for second, (east, north, course) in enumerate(_pace(ground, pauses)):
        lat, lon = ground.to_degrees(east, north)
        time, place = format_time(start_s + second), format_place(lat, lon)
        speed = 0.0 if course is None else WALK_M_S * _KNOTS
        yield format_sentence(f"GPGGA,{time},{place},1,09,0.9,50.0,M,0.0,M,,")
        yield format_sentence(f"GPRMC,{time},A,{place},{speed:.1f},{course or 0.0:.1f},010126,,,A")


def _pace(ground: Ground, pauses: Sequence[Pause]) -> Iterator[tuple[float, float, float | None]]:
    """Yield each second's place in metres, and where one is heading; None while one stands."""
    here = (0.0, 0.0)
    for pause in pauses:
        there = ground.to_metres(pause.lat, pause.lon)
        way_m, course = measure_way(here, there)
        for second in range(1, int(way_m / WALK_M_S) + 1):
            share = second * WALK_M_S / way_m
            yield here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1]), course
        here = there
        for _ in range(pause.stay_s):
            yield *here, None
