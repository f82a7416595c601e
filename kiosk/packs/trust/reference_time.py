"""The time that expiry is measured by. A device's own clock has no say: it may show 1970, or any year typed in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

# When this program was made: no time before it can be now. Moved forward at each release.
BUILT_AT = datetime(2026, 11, 21, tzinfo=UTC)
# A hub that speaks of a time further off is wrong or lies: taken at its word, it would make all metadata
# expire and stop every install, for good.
FURTHEST = timedelta(days=3653)


def choose_reference_time(noted_at: datetime | None) -> datetime:
    """Return the greater of the program's date and the newest time a hub told; times past belief do not count."""
    return noted_at if noted_at is not None and is_credible(noted_at) else BUILT_AT


def is_credible(at: datetime) -> bool:
    """Tell whether a hub's time may be now: after the program was made, and not ten years later."""
    return BUILT_AT < at < BUILT_AT + FURTHEST
