"""Figures as the pages write them: what is hidden is a dot, as in every report."""

from __future__ import annotations

import time
import unicodedata
from datetime import date
from typing import Final

from kiosk.charts.part_names import name_language
from kiosk.charts.report_words import HIDDEN, count_words, decimal_words, share_words
from kiosk.hub.pages.periods import Period
from kiosk.model.footfall import Usual

# Control, format, surrogate, private and unassigned signs; line and paragraph separators.
_UNSEEN: Final = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_KEPT_SIGNS: Final = "\n\u200c\u200d"
_GIGABYTE: Final = 1_000_000_000
_MINUTES_A_DAY: Final = 1_440


def write_usual(day: Usual) -> str:
    """Return what is usual on such a day, as a whole number; a dash where none was before."""
    if not day.weeks:
        return "-"
    return HIDDEN if day.mean is None else f"{day.mean:,.0f}"


def write_moment(at_ms: int | None) -> str:
    """Return a moment (UTC ms) to the minute."""
    return "never" if at_ms is None else time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(at_ms // 1_000))


def write_ago(at_ms: int | None, now_ms: int) -> str:
    """Return how long a moment (UTC ms) is ago."""
    if at_ms is None:
        return "never"
    minutes = max(0, now_ms - at_ms) // 60_000
    if minutes < 60:
        return f"{minutes} min ago"
    return (
        f"{minutes // 60} h ago" if minutes < 2 * _MINUTES_A_DAY else f"{minutes // _MINUTES_A_DAY} days ago"
    )


def write_room(free_bytes: int | None, total_bytes: int | None) -> str:
    """Return the room on a disk."""
    if free_bytes is None or not total_bytes:
        return "-"
    return f"{free_bytes / _GIGABYTE:.1f} of {total_bytes / _GIGABYTE:.0f} GB"


def write_day(day: date) -> str:
    """Return a day: 21 November 2026."""
    return f"{day.day} {day:%B %Y}"


def write_days(period: Period) -> str:
    """Return from when to when a period is."""
    if period.first is None:
        return f"everything up to {write_day(period.last)}"
    if period.first == period.last:
        return write_day(period.last)
    return f"{write_day(period.first)} to {write_day(period.last)}"


def write_plain(text: str) -> str:
    """Return a visitor's text with nothing unseen in it: signs that cannot be seen or turn others stand as their numbers.

    Line breaks stay, and the joiners and variants that scripts and emoji need.
    """
    return "".join(one if _is_seen(one) else f"[U+{ord(one):04X}]" for one in text)


def _is_seen(one: str) -> bool:
    return one in _KEPT_SIGNS or unicodedata.category(one) not in _UNSEEN


def write_seconds(milliseconds: int) -> str:
    """Return how long a recording is: 9 s."""
    return f"{max(1, round(milliseconds / 1_000))} s"


FILTERS: Final = {
    "count": count_words,
    "decimal": decimal_words,
    "share": share_words,
    "usual": write_usual,
    "moment": write_moment,
    "ago": write_ago,
    "room": write_room,
    "days": write_days,
    "weekday": "{:%A}".format,
    "plain": write_plain,
    "seconds": write_seconds,
    "language": name_language,
}
