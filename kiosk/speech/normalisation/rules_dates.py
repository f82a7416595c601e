"""Rules for dates in figures that begin with the day: 3.10.1990, 14/07/1789."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from kiosk.speech.normalisation.manner import Manner, Rule

_BEFORE = 12


def make_date_rules(manner: Manner) -> Iterator[Rule]:
    """Yield the rule, if the language begins a date with its day."""
    if manner.months:
        yield _date(manner)


def _date(manner: Manner) -> Rule:
    pattern = r"(?<![\w.,/-])(?P<day>[0-2]?\d|3[01])(?P<sign>[./-])(?P<month>0?[1-9]|1[0-2])(?P=sign)(?P<year>\d{4})(?!\w)(?![./-]\d)"

    def say(match: re.Match[str]) -> str:
        day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
        # Of an ancient year nobody writes the day in figures.
        if manner.say_date is None or year < 1000 or not 0 < day <= _count_days(month):
            return ""
        before = match.string[max(0, match.start() - _BEFORE) : match.start()]
        return manner.say_date(day, manner.months[month - 1], manner.date(year), before)

    return Rule(re.compile(pattern), say)


def _count_days(month: int) -> int:
    return calendar.monthrange(2000, month)[1]
