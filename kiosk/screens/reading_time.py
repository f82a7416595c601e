"""How visitors are told a length."""

from __future__ import annotations


def round_telling(duration_ms: int) -> tuple[int, str]:
    """Return a length as visitors are told it: (6, "s") up to nine, (20, "s") under a minute, in tens; else (2, "min")."""
    seconds = duration_ms / 1000
    if seconds < 9.5:
        return max(1, round(seconds)), "s"
    if seconds < 55:
        return round(seconds / 10) * 10, "s"
    return max(1, round(seconds / 60)), "min"
