"""Whether a place is open, and until when, from OpenStreetMap's syntax; the only file of the guide that knows the library for it.

A wrong hour is worse than none: what is not surely understood is not told. Why this library, and what is done with
hostile texts: docs/adr/0176.
Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kiosk.model.opening_hours import MAX_SIGNS

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from opening_hours import OpeningHours

LOOK_AHEAD: Final = timedelta(days=14)
"""A change that is further away is not told."""

_MOST_DAYS: Final = 31
_POLAR_DEG: Final = 65.0
_NUL_ISLAND: Final = (0.0, 0.0)
_SUN: Final = re.compile("sunrise|sunset|dawn|dusk", re.IGNORECASE)
_HOLIDAYS: Final = re.compile(r"\bPH\b", re.IGNORECASE)
# School holidays, which no calendar here knows; and times with an open end ("10:00+", "sunrise+").
_NOT_KNOWN: Final = re.compile(r"\bSH\b|:\d\d\s*\+|[a-z)]\s*\+(?!\s*\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OpenState:
    """Whether a place is open at a moment.

    Attributes:
        is_open: None where it is not known: then nothing is said.
        until: Until when it is surely open, in the place's own time; None where it is closed, or nothing ends within
            ``LOOK_AHEAD``, or nobody knows what comes then.
        opens: When it opens next, in the place's own time; None where it is open, or not within ``LOOK_AHEAD``.
        may_differ_on_holidays: The hours name public holidays, and no calendar here tells whether today is one.
    """

    is_open: bool | None
    until: datetime | None = None
    opens: datetime | None = None
    may_differ_on_holidays: bool = False


NOT_KNOWN: Final = OpenState(None)


def find_open_state(
    hours: str, timezone: str, now: datetime | None, lat: float | None = None, lon: float | None = None
) -> OpenState:
    """Return whether a place is open.

    Args:
        hours: What an author wrote, in OpenStreetMap's syntax; "" when unknown.
        timezone: Where the place is, by its name in the tz database.
        now: The time, aware of its zone; None where the clock cannot be believed.
        lat: WGS 84 degrees, for hours that follow the sun; None where unknown.
        lon: The same.

    Returns:
        ``NOT_KNOWN`` for anything that is not surely understood. Never raises for any text. Some 0.1 ms, nothing for
        the same hours in the same minute.
    """
    if now is None or not hours.strip() or len(hours) > MAX_SIGNS or _NOT_KNOWN.search(hours):
        return NOT_KNOWN
    near = _NUL_ISLAND
    if _SUN.search(hours):
        if lat is None or lon is None or not abs(lat) < _POLAR_DEG or not abs(lon) <= 180:
            return NOT_KNOWN
        # A tenth of a degree is 24 seconds of the sun: stops of one site share one answer.
        near = (round(lat, 1), round(lon, 1))
    return _find_state(hours, timezone, now.replace(second=0, microsecond=0), near)


@lru_cache(maxsize=1024)
def _find_state(hours: str, timezone: str, now: datetime, near: tuple[float, float]) -> OpenState:
    read = _read_hours(hours, timezone, near)
    if read is None:
        return NOT_KNOWN
    zone, schedule = read
    try:
        here = now.astimezone(zone)
        spans = _list_spans(schedule, here)
    except OverflowError:  # a clock at the very end of the calendar
        return NOT_KNOWN
    return _tell(spans, here + LOOK_AHEAD, may_differ=_HOLIDAYS.search(hours) is not None)


@lru_cache(maxsize=256)
def _read_hours(hours: str, timezone: str, near: tuple[float, float]) -> tuple[ZoneInfo, OpeningHours] | None:
    # 6 MB and 20 ms, which a site without hours never pays.
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    from opening_hours import OpeningHours, validate

    try:
        if not validate(hours):
            return None
        zone = ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # ValueError: half a surrogate, too
        return None
    # auto_country would load the borders of all countries, 110 MB, for the holidays of a few of them.
    schedule = OpeningHours(
        hours, timezone=zone, coords=near, auto_country=False, max_interval_days=_MOST_DAYS
    )
    return None if schedule.warnings else (zone, schedule)


def _list_spans(schedule: OpeningHours, here: datetime) -> list[tuple[datetime, bool | None]]:
    """Return when each span ends and whether the place is open in it, from ``here`` on; None: by a condition in words."""
    from opening_hours import State

    spans: list[tuple[datetime, bool | None]] = []
    for _, end, state, comment in schedule.intervals(here, here + LOOK_AHEAD):
        is_open = None if state == State.UNKNOWN or (comment and state == State.OPEN) else state == State.OPEN
        if spans and spans[-1][1] is is_open:
            spans.pop()
        spans.append((end, is_open))
        if len(spans) > 1:
            break
    return spans


def _tell(spans: list[tuple[datetime, bool | None]], last: datetime, *, may_differ: bool) -> OpenState:
    if not spans or spans[0][1] is None:
        return NOT_KNOWN
    (ends, is_open), *rest = spans
    change = ends if rest and rest[0][1] is not None and ends < last else None
    if is_open:
        return OpenState(True, until=change, may_differ_on_holidays=may_differ)
    return OpenState(False, opens=change, may_differ_on_holidays=may_differ)
