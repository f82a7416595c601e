"""Where the visitor is heading, from how they have moved; nothing while they stand. Pure."""

from __future__ import annotations

from collections import deque
from math import atan2, cos, degrees, hypot, radians, sin

from kiosk.place.estimate import Estimate
from kiosk.place.events import Fix
from kiosk.place.ground import measure_way

MOVING_M_S = 0.7
"""Slower than this a receiver's course is noise: while one stands it shows anywhere."""

LOOK_BACK_MS = 8_000
"""Without a measured speed, the way of so long shows the heading."""

WALKED_M, WALKED_ACCURACIES, WALKED_MS = 12.0, 4.0, 30_000
"""Who gets so far in so long carries the device. One that was left lying seems to now and then; drawn in a walled court, the
worst of twenty such visits ended after six minutes, in the open all after the usual two."""

KEPT_MS = 3_000
"""Whoever stops to look at the arrow still sees it for so long."""

_LEAST_WAY_M = 5.0
_WEIGHT = 0.4


class Heading:
    """A course smoothed over a few fixes."""

    def __init__(self) -> None:
        self._trail: deque[Estimate] = deque()
        self._east = self._north = 0.0
        self._moved_ms: int | None = None

    def forget(self) -> None:
        """Know nothing any more."""
        self._trail.clear()
        self._moved_ms = None

    def take(self, fix: Fix, now: Estimate) -> None:
        """Take the next fix and what it made of the estimate."""
        self._trail.append(now)
        while now.at_ms - self._trail[0].at_ms > WALKED_MS:
            self._trail.popleft()
        course = self._find_course(fix)
        if course is None:
            return
        fresh = self._moved_ms is None or now.at_ms - self._moved_ms > KEPT_MS
        weight = 1.0 if fresh else _WEIGHT
        self._east += weight * (sin(radians(course)) - self._east)
        self._north += weight * (cos(radians(course)) - self._north)
        self._moved_ms = now.at_ms

    def has_walked(self) -> bool:
        """Tell whether the visitor has got anywhere of late; drift and a receiver's noise come back to where they were."""
        if not self._trail:
            return False
        way_m, _ = measure_way(_spot(self._trail[0]), _spot(self._trail[-1]))
        return way_m >= max(WALKED_M, WALKED_ACCURACIES * self._trail[-1].accuracy_m)

    def find_deg(self, now_ms: int) -> float | None:
        """Return the heading, 0 to 360 clockwise from north; None while the visitor stands."""
        if self._moved_ms is None or now_ms - self._moved_ms > KEPT_MS:
            return None
        if hypot(self._east, self._north) < 0.1:  # turned round just now
            return None
        return degrees(atan2(self._east, self._north)) % 360

    def _find_course(self, fix: Fix) -> float | None:
        if fix.speed_m_s is not None:
            return fix.course_deg if fix.speed_m_s >= MOVING_M_S else None
        last = self._trail[-1]
        first = next(one for one in self._trail if last.at_ms - one.at_ms <= LOOK_BACK_MS)
        way_m, bearing = measure_way(_spot(first), _spot(last))
        seconds = (last.at_ms - first.at_ms) / 1000
        is_moving = way_m >= max(_LEAST_WAY_M, last.accuracy_m / 2) and way_m >= MOVING_M_S * seconds
        return bearing if is_moving else None


def _spot(estimate: Estimate) -> tuple[float, float]:
    return estimate.east_m, estimate.north_m
