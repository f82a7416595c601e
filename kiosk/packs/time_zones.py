"""Time zones by the names that packs give them."""

from __future__ import annotations

from datetime import UTC, tzinfo
from functools import lru_cache


@lru_cache(maxsize=32)
def find_zone(name: str) -> tzinfo:
    """Return a time zone by its name in the tz database; UTC for one that this system does not know, and for ""."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # not needed at the start

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
