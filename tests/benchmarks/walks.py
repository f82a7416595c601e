"""Walks of visitors as a receiver in their hand would tell them: drift, noise, reflections, narrow lanes, tunnels.

The error of a receiver is not white: most of it drifts over half a minute. Each walk draws a drift (an autoregressive
process), white noise, now and then a reflection (a jump that lasts for seconds) and an accuracy that is told a little
wrong. ``Sky`` says how bad each is. The figures are those that receivers in telephones show, drawn here and not measured.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, exp, hypot, pi, sin, sqrt

from kiosk.place.events import Fix
from kiosk.place.ground import Ground

WALK_M_S = 1.2
Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sky:
    """How a place spoils positions; metres are standard deviations of one axis.

    Attributes:
        drift_m: Of the part that lasts.
        drift_s: How long it lasts.
        noise_m: Of the part that differs from second to second.
        reflections_per_min: How often a jump begins.
        reflection_m: How far one goes.
        reflection_s: How long one lasts, on average.
        told: What the receiver tells of its error, as a share of the true one.
    """

    drift_m: float = 2.0
    drift_s: float = 40.0
    noise_m: float = 0.8
    reflections_per_min: float = 0.0
    reflection_m: float = 30.0
    reflection_s: float = 3.0
    told: float = 1.0


OPEN = Sky()
TREES = Sky(drift_m=3.5, noise_m=1.5, reflections_per_min=0.5, reflection_m=15.0)
COURT = Sky(drift_m=6.0, noise_m=2.5, reflections_per_min=1.5, reflection_m=25.0)
BOASTFUL = Sky(drift_m=6.0, noise_m=2.5, told=0.5)


@dataclass(frozen=True, slots=True)
class Step:
    """One second of a walk: where the visitor is, in metres, and what the receiver tells."""

    east_m: float
    north_m: float
    fix: Fix


def walk(
    ground: Ground, way: Sequence[tuple[Spot, float]], sky: Sky, seed: int, *, with_course: bool = True
) -> Iterator[Step]:
    """Yield each second of a walk along ``way``: places in metres, and how long (s) the visitor stays at each."""
    rng = random.Random(seed)
    error = _Error(sky, rng)
    accuracy = max(2.0, hypot(sky.drift_m, sky.noise_m) * 1.51 * sky.told)
    for second, (east, north, course) in enumerate(_pace(way)):
        off_east, off_north = error.step()
        lat, lon = ground.to_degrees(east + off_east, north + off_north)
        told = accuracy * rng.uniform(0.8, 1.3)
        motion = (course, 0.0 if course is None else WALK_M_S) if with_course else (None, None)
        yield Step(east, north, Fix(lat, lon, told, second * 1000, *motion))


def _pace(way: Sequence[tuple[Spot, float]]) -> Iterator[tuple[float, float, float | None]]:
    (east, north), _ = way[0]
    for (to_east, to_north), stay_s in way:
        length = hypot(to_east - east, to_north - north)
        course = degrees(atan2(to_east - east, to_north - north)) % 360
        steps = int(length / WALK_M_S)
        for step in range(1, steps + 1):
            share = step * WALK_M_S / length
            yield east + share * (to_east - east), north + share * (to_north - north), course
        east, north = to_east, to_north
        for _ in range(int(stay_s)):
            yield east, north, None


class _Error:
    def __init__(self, sky: Sky, rng: random.Random) -> None:
        self._sky, self._rng = sky, rng
        self._keep = exp(-1 / sky.drift_s)
        self._drift = [rng.gauss(0, sky.drift_m), rng.gauss(0, sky.drift_m)]
        self._jump, self._jump_s = (0.0, 0.0), 0.0

    def step(self) -> Spot:
        sky, rng = self._sky, self._rng
        stir = sky.drift_m * sqrt(1 - self._keep**2)
        self._drift = [self._keep * one + rng.gauss(0, stir) for one in self._drift]
        self._jump_s -= 1
        if self._jump_s <= 0:
            self._jump = (0.0, 0.0)
            if rng.random() < sky.reflections_per_min / 60:
                angle = rng.uniform(0, 2 * pi)
                self._jump = (sky.reflection_m * sin(angle), sky.reflection_m * cos(angle))
                self._jump_s = rng.expovariate(1 / sky.reflection_s) + 1
        east = self._drift[0] + rng.gauss(0, sky.noise_m) + self._jump[0]
        return east, self._drift[1] + rng.gauss(0, sky.noise_m) + self._jump[1]
