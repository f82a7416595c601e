"""Hours and days as the site has them: what a visitor would have read on a clock on the wall there."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from kiosk.visits.clock import Reading, WallQuality


def format_hour(reading: Reading, zone: tzinfo = UTC) -> str | None:
    """Return the hour in ``zone`` as ``2026-11-21T14``, or None where the wall clock cannot be trusted at all.

    The hour that comes twice when summer time ends has one name, as on the clock on the wall.
    """
    if reading.quality is WallQuality.UNSET:
        return None
    return datetime.fromtimestamp(reading.wall_ms // 1_000, zone).strftime("%Y-%m-%dT%H")


def format_day(reading: Reading, zone: tzinfo = UTC) -> str:
    """Return the day in ``zone`` (2026-11-21), "" where the wall clock cannot be trusted at all."""
    hour = format_hour(reading, zone)
    return hour[:10] if hour else ""
