"""How many visits there were at each site, by language and by day: for the first page. Read from the rollups."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select

from kiosk.hub.database.rollup_tables import visit_days
from kiosk.hub.rollup_counts import UNKNOWN_DAY
from kiosk.hub.rollup_reading import Days


@dataclass(slots=True)
class Footfall:
    """One site's visits with a guide, nothing hidden yet.

    ``visits``, ``minutes`` (their sum) and ``languages`` are of a period; ``days`` of the UTC days asked for,
    where there were any; ``since`` is the first day of which anything is known.
    """

    site: str
    visits: int = 0
    minutes: int = 0
    languages: dict[str, int] = field(default_factory=dict)
    days: dict[date, int] = field(default_factory=dict)
    since: date = date.max


def read_footfall(connection: Connection, site: str | None, period: Days, days: Days) -> dict[str, Footfall]:
    """Return the visits of a site (None: of each) over ``period``, and by the day over ``days``."""
    found: defaultdict[str, Footfall] = defaultdict(lambda: Footfall(""))
    column, count = visit_days.c, func.sum(visit_days.c.visits)
    mine = [] if site is None else [column.site == site]
    by_language = select(column.site, column.language, count, func.sum(column.minutes_sum))
    by_language = by_language.where(*mine, *period.within(visit_days)).group_by(column.site, column.language)
    for name, language, visits, minutes in connection.execute(by_language):
        found[name].visits += int(visits)
        found[name].minutes += int(minutes)
        found[name].languages[language] = int(visits)
    known: list[ColumnElement[bool]] = [*mine, column.day != UNKNOWN_DAY]
    by_day = select(column.site, column.day, count).where(*known, *days.within(visit_days))
    for name, day, visits in connection.execute(by_day.group_by(column.site, column.day)):
        found[name].days[date.fromisoformat(day)] = int(visits)
    first_days = select(column.site, func.min(column.day)).where(*known).group_by(column.site)
    for name, day in connection.execute(first_days):
        found[name].since = date.fromisoformat(day)
    for name, footfall in found.items():
        footfall.site = name
    return dict(found)
