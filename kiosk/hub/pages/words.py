"""Figures as the pages write them: what is hidden is a dot."""

from __future__ import annotations

import time
from typing import Final

HIDDEN: Final = "·"


def write_count(count: int | None) -> str:
    """Return a count with separators."""
    return HIDDEN if count is None else f"{count:,}"


def write_decimal(value: float | None) -> str:
    """Return a number with one decimal."""
    return HIDDEN if value is None else f"{value:.1f}"


def write_share(share: float | None) -> str:
    """Return a share (0 to 1) in per cent."""
    return HIDDEN if share is None else f"{share:.0%}"


def write_seconds(seconds: float | None) -> str:
    """Return a time in whole seconds."""
    return HIDDEN if seconds is None else f"{seconds:.0f} s"


def write_moment(at_ms: int | None) -> str:
    """Return a moment (UTC ms) to the minute."""
    return "never" if at_ms is None else time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(at_ms // 1_000))


FILTERS: Final = {
    "count": write_count,
    "decimal": write_decimal,
    "share": write_share,
    "seconds": write_seconds,
    "moment": write_moment,
}
