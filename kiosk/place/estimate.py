"""Where the visitor probably is: fixes weighed against each other, jumps left out. Pure; fed with fixes only."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from kiosk.place.chance import SIGMAS_IN_ACCURACY
from kiosk.place.events import Fix
from kiosk.place.ground import Ground

WALK_M_S = 1.5
"""A visitor's pace; how much a place may have changed since the last fix."""

RUN_M_S = 6.0
"""Nobody at a site is quicker: places further apart are not the same jump."""

GATE = 3.0
"""A fix further off than so many standard deviations is a jump: one in 90 good ones, and those come again."""

JUMP_MS = 8_000
"""A jump that lasts so long was none. Reflections of walls last for seconds; a receiver that was wrong stays right."""

LONG_GAP_MS = 30_000
"""After so long without a fix the old place says nothing."""

_LEAST_ACCURACY_M, _MOST_ACCURACY_M = 2.0, 1_000.0
# Errors of a receiver last for minutes, so that many fixes in one place are hardly better than one.
_NO_BETTER_THAN = 0.7


@dataclass(frozen=True, slots=True)
class Estimate:
    """The place now, in metres on the ground, its 68 % radius, and the receiver's time."""

    east_m: float
    north_m: float
    accuracy_m: float
    at_ms: int


class Estimator:
    """A Kalman filter of a walking visitor's place (the same error on both axes), with a gate against jumps.

    Attributes:
        now: What the fixes so far say; None before the first.
        has_leapt: Whether the last fix began anew, somewhere else or after a long silence.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self.now: Estimate | None = None
        self.has_leapt = False
        self._variance = 0.0
        self._doubted: list[tuple[float, float, int]] = []

    def take(self, fix: Fix) -> bool:
        """Weigh one fix in; return whether it was believed."""
        place = self._ground.to_metres(fix.lat, fix.lon)
        accuracy = min(max(fix.accuracy_m, _LEAST_ACCURACY_M), _MOST_ACCURACY_M)
        now = self.now
        if now is None or not 0 <= fix.at_ms - now.at_ms <= LONG_GAP_MS:
            self._begin(place, accuracy, fix.at_ms)
            return True
        seconds = (fix.at_ms - now.at_ms) / 1000
        variance = self._variance + (WALK_M_S * seconds) ** 2
        noise = (accuracy / SIGMAS_IN_ACCURACY) ** 2
        away_m = hypot(place[0] - now.east_m, place[1] - now.north_m)
        if away_m > GATE * (variance + noise) ** 0.5:
            return self._doubt(place, accuracy, fix.at_ms)
        self._doubted, self.has_leapt = [], False
        gain = variance / (variance + noise)
        self._variance = (1 - gain) * variance
        self.now = Estimate(
            now.east_m + gain * (place[0] - now.east_m),
            now.north_m + gain * (place[1] - now.north_m),
            max(self._variance**0.5 * SIGMAS_IN_ACCURACY, _NO_BETTER_THAN * accuracy),
            fix.at_ms,
        )
        return True

    def _begin(self, place: tuple[float, float], accuracy_m: float, at_ms: int) -> None:
        self._doubted, self.has_leapt = [], True
        self._variance = (accuracy_m / SIGMAS_IN_ACCURACY) ** 2
        self.now = Estimate(*place, accuracy_m, at_ms)

    def _doubt(self, place: tuple[float, float], accuracy_m: float, at_ms: int) -> bool:
        """Keep a jump in mind: where fixes go on coming from there for long enough, that is the place."""
        if self._doubted:
            east, north, before_ms = self._doubted[-1]
            step_m = hypot(place[0] - east, place[1] - north)
            if step_m > RUN_M_S * (at_ms - before_ms) / 1000 + GATE * accuracy_m:
                self._doubted = []
        self._doubted.append((*place, at_ms))
        if at_ms - self._doubted[0][2] < JUMP_MS:
            return False
        self._begin(place, accuracy_m, at_ms)
        return True
