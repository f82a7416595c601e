"""Whether a ticket's days are over or still to come, as far as a device can know what day it is.

A device knows two things: a day before which it cannot be (the newest that a hub told, or the program's own making),
and perhaps what day it is. A ticket whose last day is over is refused in any case; where today is not known, a ticket
is not refused for a day that may well have come: an empty clock battery is not the visitor's fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Period(StrEnum):
    """How a ticket's days lie to today."""

    GOOD = "good"
    NOT_YET = "not-yet"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class KnownDay:
    """What a device knows of the day, by the calendar of the site.

    Attributes:
        earliest: It is surely not before this day.
        today: What day it is; None where the clock is not set, or shows a day before ``earliest``.
    """

    earliest: date
    today: date | None


def judge_period(first_day: date, last_day: date, now: KnownDay) -> Period:
    """Return how the days ``first_day`` to ``last_day`` lie to today; what is not known is good."""
    if last_day < (now.today or now.earliest):
        return Period.OVER
    if now.today is not None and now.today < first_day:
        return Period.NOT_YET
    return Period.GOOD
