"""Over which days a page tells: whole weeks, each list of choices within the next, and no free dates.

Whoever may choose any two days can take one report from another, and is left with a day of few visits.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kiosk.hub.rollup_reading import ALL_DAYS, Days

DEFAULT: Final = "4-weeks"


@dataclass(frozen=True, slots=True)
class Period:
    """A period to choose: ``name`` stands in the address, ``words`` on the page; ``first`` None: from the beginning."""

    name: str
    words: str
    first: date | None
    last: date

    @property
    def days(self) -> Days:
        """Return the days as the rollups are asked for."""
        return ALL_DAYS if self.first is None else Days(self.first.isoformat(), self.last.isoformat())


def list_periods(today: date) -> list[Period]:
    """Return the periods to choose from on ``today``; weeks begin on Monday, the last one is not over."""
    monday = today - timedelta(days=today.weekday())
    begun = [("week", "this week", 0), ("4-weeks", "4 weeks", 3), ("13-weeks", "13 weeks", 12), ("52-weeks", "52 weeks", 51)]  # fmt: skip
    periods = [Period(name, words, monday - timedelta(weeks=weeks), today) for name, words, weeks in begun]
    last_week = Period("last-week", "last week", monday - timedelta(weeks=1), monday - timedelta(days=1))
    return [periods[0], last_week, *periods[1:], Period("all", "everything", None, today)]


def choose_period(name: str | None, today: date) -> Period:
    """Return the period of this name, four weeks for any other."""
    periods = {period.name: period for period in list_periods(today)}
    return periods.get(name or DEFAULT, periods[DEFAULT])
