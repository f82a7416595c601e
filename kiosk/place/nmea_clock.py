"""When a receiver's moments are: live ones by our own clock, recorded ones by their times of day. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.place.events import SILENCE_MS, Fix, Silent
from kiosk.place.nmea import elapsed_ms
from kiosk.place.nmea_fixes import Moment

LONGEST_GAP_MS = 60_000
"""A recording with a longer hole in it, or whose clock was put forward, goes on after a minute."""

_STEP_MS = 1_000


class SilenceWatch:
    """Turns moments into events: a fix, or once that none has come for ten seconds."""

    def __init__(self, now_ms: int) -> None:
        self._heard_ms = now_ms
        self._is_silent = False

    def take(self, moment: Moment, now_ms: int) -> Fix | Silent | None:
        """Return what a moment at ``now_ms`` means."""
        if moment.lat is None or moment.lon is None:
            return self.tick(now_ms)
        self._heard_ms, self._is_silent = now_ms, False
        return Fix(moment.lat, moment.lon, moment.accuracy_m, now_ms, moment.course_deg, moment.speed_m_s)

    def tick(self, now_ms: int) -> Silent | None:
        """Return that it has been silent too long, once."""
        if self._is_silent or now_ms - self._heard_ms < SILENCE_MS:
            return None
        self._is_silent = True
        return Silent()


def play(moments: Iterable[Moment]) -> Iterator[tuple[int, Fix | Silent | None]]:
    """Yield what a recording tells, with its time: ms since its first moment, never going back.

    At least each second of the recording something is yielded, None where there is nothing to tell. Jumps back in time
    count nothing, long holes a minute.
    """
    silence, now_ms, before_ms = SilenceWatch(0), 0, -1
    for moment in moments:
        step = elapsed_ms(before_ms, moment.time_ms) if before_ms >= 0 else 0
        before_ms = moment.time_ms
        end_ms = now_ms + min(max(0, step), LONGEST_GAP_MS)
        for between_ms in range(now_ms + _STEP_MS, end_ms, _STEP_MS):
            yield between_ms, silence.tick(between_ms)
        now_ms = end_ms
        yield now_ms, silence.take(moment, now_ms)
