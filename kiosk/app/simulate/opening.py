"""When visitors come: opening hours, the days of the week, the hours of the day, and a season."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from kiosk.app.simulate.sites import VisitedSite
from kiosk.model.opening_hours import OpenRule, parse_hours

# Where a pack tells no hours that are understood.
_USUAL: Final = (("09:00", "17:30"),)
_SUN: Final = (("06:00", "18:00"),)
_BY_WEEKDAY: Final = (0.7, 0.75, 0.85, 0.85, 1.0, 1.6, 1.8)
_A_DAY: Final = 7.0
# Nobody takes a guide in the last three quarters of an hour.
_LAST_START: Final = timedelta(minutes=45)
_PEAKS: Final = ((0.3, 0.13), (0.68, 0.15))


def list_starts(site: VisitedSite, day: date, rng: Random, share: float = 1.0) -> list[datetime]:
    """Return when visitors take one device of a site on a day of its calendar, in order; aware, to the second.

    ``share`` makes a device busier (above 1) or idler. Where a visit lasts into the next start, that visitor waits.
    """
    zone = ZoneInfo(site.timezone or "UTC")
    spans = _spans_of(site, day, zone)
    if not spans:
        return []
    season = 1 + 0.2 * math.sin(2 * math.pi * day.timetuple().tm_yday / 365)
    weather = rng.lognormvariate(0, 0.25)
    count = _draw_count(_A_DAY * share * season * weather * _BY_WEEKDAY[day.weekday()], rng)
    return sorted(_draw_start(spans, rng) for _ in range(count))


def is_open(site: VisitedSite, at: datetime) -> bool:
    """Tell whether the site is open at an aware moment."""
    zone = ZoneInfo(site.timezone or "UTC")
    there = at.astimezone(zone)
    return any(opens <= there < closes for opens, closes in _spans_of(site, there.date(), zone))


def _spans_of(site: VisitedSite, day: date, zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
    rules = parse_hours(site.opening_hours)
    if not rules:
        return [_on(day, span, zone) for span in _USUAL]
    # As in OpenStreetMap: a later rule for the same day takes the place of an earlier one.
    fitting = [rule for rule in rules if _is_for(rule, day)]
    if not fitting:
        return []
    return [_on(day, span, zone) for span in (_SUN if fitting[-1].sun else fitting[-1].times)]


def _is_for(rule: OpenRule, day: date) -> bool:
    weekday = day.isoweekday()
    return not rule.days or any(span[0] <= weekday <= span[-1] for span in rule.days)


def _on(day: date, span: tuple[str, str], zone: ZoneInfo) -> tuple[datetime, datetime]:
    midnight = datetime.combine(day, time(), zone)
    opens, closes = (midnight + timedelta(hours=int(at[:2]), minutes=int(at[3:])) for at in span)
    return opens, closes if closes > opens else closes + timedelta(days=1)


def _draw_count(mean: float, rng: Random) -> int:
    """Draw from Poisson's distribution (Knuth's way; ``mean`` is some tens at most)."""
    limit, count, product = math.exp(-min(mean, 60.0)), 0, rng.random()
    while product > limit:
        count += 1
        product *= rng.random()
    return count


def _draw_start(spans: list[tuple[datetime, datetime]], rng: Random) -> datetime:
    opens, closes = rng.choice(spans)
    last = max(opens + timedelta(minutes=1), closes - _LAST_START)
    while True:
        place = rng.gauss(*rng.choice(_PEAKS)) if rng.random() < 0.8 else rng.random()
        if 0 <= place < 1:
            return opens + timedelta(seconds=int(place * (last - opens).total_seconds()))
