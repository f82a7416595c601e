"""Which day it is where a site stands. No time finer than a day is kept of any label."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from functools import lru_cache


def find_day(wall_ms: int | None, timezone: str) -> str:
    """Return the day as ``2026-11-22``; "" where the clock is not set (``wall_ms`` None).

    A time zone that this system does not know counts as UTC: a day that ends at an odd hour is still a day.
    """
    if wall_ms is None:
        return ""
    return datetime.fromtimestamp(wall_ms / 1000, _find_zone(timezone)).date().isoformat()


@lru_cache(maxsize=32)
def _find_zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
