"""Opening hours as visitors are told them, from OpenStreetMap's syntax.

Only what is written most often is understood: days, spans of days, times, and sunrise to sunset. What is
not understood is not told: a wrong hour is worse than none.

This gives the rules of a week as they are read out, where no day is asked about: on the visitor's last page, in the
check of an author's pack, and for visits that are made up. Whether a place is open at one moment, and until when, is
:mod:`kiosk.guide.opening`'s to say; it knows the whole syntax and needs a library, which this floor may not have.
Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

MAX_SIGNS: Final = 256
"""A longer text is not read: OpenStreetMap allows no more, and reading takes time in proportion to its length."""

_DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY: Final = f"(?:{'|'.join(_DAYS)})"
_DAY_SPAN: Final = f"{_DAY}(?:-{_DAY})?"
_TIME_SPAN: Final = r"(?:[01]\d|2[0-4]):[0-5]\d-(?:[01]\d|2[0-4]):[0-5]\d"
_RULE: Final = re.compile(
    rf"(?:(?P<days>{_DAY_SPAN}(?:, ?{_DAY_SPAN})*) +)?"
    rf"(?P<times>sunrise-sunset|{_TIME_SPAN}(?:, ?{_TIME_SPAN})*)"
)
_WEEK: Final = ((1, 7),)


@dataclass(frozen=True, slots=True)
class OpenRule:
    """Some days and when it is open on them.

    ``days`` are days or (first, last) spans of days, 1 Monday to 7 Sunday; none for every day. ``times`` are
    ("HH:MM", "HH:MM"); none with ``sun``, which is from sunrise to sunset.
    """

    days: tuple[tuple[int, ...], ...]
    times: tuple[tuple[str, str], ...]
    sun: bool = False


def parse_hours(text: str) -> tuple[OpenRule, ...]:
    """Return the rules of ``text`` in their order; none where any part of it is not understood."""
    if len(text) > MAX_SIGNS:
        return ()
    rules = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        match = _RULE.fullmatch(part)
        if match is None:
            return ()
        rules.append(
            OpenRule(_parse_days(match["days"] or ""), _parse_times(match["times"]), "sun" in match["times"])
        )
    return tuple(rules)


def _parse_days(text: str) -> tuple[tuple[int, ...], ...]:
    spans = (
        tuple(_DAYS.index(day) + 1 for day in span.split("-"))
        for span in text.replace(" ", "").split(",")
        if span
    )
    days = tuple(spans)
    return () if days == _WEEK else days


def _parse_times(text: str) -> tuple[tuple[str, str], ...]:
    if "sun" in text:
        return ()
    spans = (span.split("-") for span in text.replace(" ", "").split(","))
    return tuple((opens, closes) for opens, closes in spans)
