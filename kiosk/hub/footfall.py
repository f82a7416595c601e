"""How many visits there were at each site, by language and by day: for the first page. Read from the rollups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select

from kiosk.hub.database.rollup_tables import visit_days
from kiosk.hub.days import Days
from kiosk.hub.rollup_counts import UNKNOWN_DAY
from kiosk.model.steps import tell


@dataclass(slots=True)
class Footfall:
    """One site's visits with a guide, counted in full steps (:mod:`kiosk.model.steps`).

    ``visits`` and ``languages`` are of a period, and so is ``mean_minutes``, which is not to be shown of few; ``days``
    are those asked for, where a step was filled; ``since`` is the first day of which anything is known.
    """

    site: str
    visits: int = 0
    mean_minutes: float | None = None
    languages: dict[str, int] = field(default_factory=dict)
    days: dict[date, int] = field(default_factory=dict)
    since: date = date.max


def read_footfall(
    connection: Connection, site: str | None, period: Days, days: Days, step: int
) -> dict[str, Footfall]:
    """Return the visits of a site (None: of each) over ``period``, and by the day over ``days``."""
    mine = [] if site is None else [visit_days.c.site == site]
    found: defaultdict[str, Footfall] = defaultdict(lambda: Footfall(""))
    _read_period(connection, found, period, mine, step)
    _read_days(connection, found, days, mine, step)
    known = [*mine, visit_days.c.day != UNKNOWN_DAY]
    first_days = select(visit_days.c.site, func.min(visit_days.c.day)).where(*known)
    for name, day in connection.execute(first_days.group_by(visit_days.c.site)):
        found[name].since = date.fromisoformat(day)
    for name, footfall in found.items():
        footfall.site = name
    return dict(found)


def _read_period(
    connection: Connection,
    found: defaultdict[str, Footfall],
    period: Days,
    mine: Sequence[ColumnElement[bool]],
    step: int,
) -> None:
    column, before = visit_days.c, period.is_before(visit_days).label("earlier")
    query = select(
        column.site, column.language, before, func.sum(column.visits), func.sum(column.minutes_sum)
    )
    query = query.where(*mine, *period.until(visit_days)).group_by(column.site, column.language, "earlier")
    counts: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    minutes: defaultdict[str, int] = defaultdict(int)
    for name, language, earlier, visits, minutes_sum in connection.execute(query):
        counts[name][language][earlier] += int(visits)
        minutes[name] += 0 if earlier else int(minutes_sum)
    for name, languages in counts.items():
        inside, earlier = (sum(pair[half] for pair in languages.values()) for half in (0, 1))
        footfall = found[name]
        footfall.visits = tell(inside, earlier, step)
        footfall.mean_minutes = minutes[name] / inside if inside else None
        told = {language: tell(pair[0], pair[1], step) for language, pair in languages.items()}
        footfall.languages = {language: count for language, count in told.items() if count}


def _read_days(
    connection: Connection,
    found: defaultdict[str, Footfall],
    days: Days,
    mine: Sequence[ColumnElement[bool]],
    step: int,
) -> None:
    """Read each day's visits in order, those of no known day first: what fills no step is carried to the next."""
    column = visit_days.c
    query = select(column.site, column.day, func.sum(column.visits)).where(*mine, *days.until(visit_days))
    before: defaultdict[str, int] = defaultdict(int)
    rows = connection.execute(query.group_by(column.site, column.day).order_by(column.day))
    for name, day, count in rows:
        told = tell(int(count), before[name], step)
        before[name] += int(count)
        if told and day != UNKNOWN_DAY and day >= (days.begins or day):
            found[name].days[date.fromisoformat(day)] = told
