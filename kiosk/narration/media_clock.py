"""Where a playing sound is now, counted on between two tellings of its player."""

from __future__ import annotations

import time
from collections.abc import Callable

# A position that is so much further than time allows was not reached by playing.
_LEAP_MS = 500
# So long after a seek a position that is far from it is one from before, told late.
_LATE_TELLING_MS = 400


class MediaClock:
    """Believes what a player tells of its position, unless time says otherwise.

    Qt's player tells its position every 50 to 100 ms: after a seek it may still tell of the place before, and at the
    end of a file that was cut short it leaps to the end that the file's header promised.
    """

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        """Stand at 0.

        Args:
            now_s: A clock that never steps, in seconds.
        """
        self._now_s = now_s
        self._told_ms, self._told_at, self._floor_ms = 0, 0.0, 0
        self._sought_at = 0.0
        self._cut_at_ms = 0

    @property
    def told_ms(self) -> int:
        """Return the position that was told, or set, last."""
        return self._told_ms

    @property
    def cut_at_ms(self) -> int:
        """Return where a sound ended that was cut short, 0 for one that was not."""
        return self._cut_at_ms

    def count_from(self, position_ms: int) -> None:
        """Count on from a position, and never tell less."""
        self._told_ms, self._told_at, self._floor_ms = position_ms, self._now_s(), position_ms
        self._cut_at_ms = 0

    def seek(self, position_ms: int) -> None:
        """Count on from a position that was leapt to."""
        self._sought_at = self._now_s()
        self.count_from(position_ms)

    def begin(self) -> None:
        """Note that the sound moves from now on: until now it was being loaded."""
        self._told_at = self._now_s()

    def take(self, position_ms: int, duration_ms: int, rate: float) -> None:
        """Take what a player that plays tells of its position."""
        now_at = self._now_s()
        reached_ms = self._told_ms + (now_at - self._told_at) * 1000 * rate
        is_far = abs(position_ms - reached_ms) > _LEAP_MS
        if is_far and (now_at - self._sought_at) * 1000 < _LATE_TELLING_MS:
            return
        if position_ms == duration_ms and position_ms - reached_ms > _LEAP_MS:
            self._cut_at_ms = round(reached_ms)
            return
        self._told_ms, self._told_at = position_ms, now_at

    def find_position_ms(self, rate: float, limit_ms: int, lead_ms: float) -> int:
        """Return what is heard now of a sound that plays.

        Args:
            rate: The speed, 1 for the usual.
            limit_ms: So far it is counted on at most, in milliseconds of the clock times the speed.
            lead_ms: So much of what was told is decoded and not heard yet, in milliseconds of the media.
        """
        passed_ms = (self._now_s() - self._told_at) * 1000 * rate
        return max(self._floor_ms, round(self._told_ms + min(passed_ms, limit_ms) - lead_ms))
