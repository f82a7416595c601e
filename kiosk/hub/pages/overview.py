"""The first page: of one site how many visits there were, how long, when, in which languages; of several a line each.

What is told of all sites is put together from what each site's own page tells: sums of their own, beside those of
single sites, would give away what these hide.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter, Request, Response

from kiosk.charts.histogram import Column, draw_histogram
from kiosk.charts.report_sections import draw_minutes, draw_parts
from kiosk.charts.report_words import count_words
from kiosk.charts.section import Section
from kiosk.charts.table import format_table
from kiosk.hub.database import HubDatabase
from kiosk.hub.fleet import count_fleet
from kiosk.hub.footfall import Footfall
from kiosk.hub.messages_read import Wanted, count_messages
from kiosk.hub.pages.chosen import AskedFor, Chosen, choose
from kiosk.hub.pages.rendering import render
from kiosk.hub.pages.viewer import Seen
from kiosk.hub.reports import Reports
from kiosk.hub.rollup_reading import ALL_DAYS, Days
from kiosk.model.footfall import USUAL_WEEKS, DaySpan, Usual, compare_day, tell_spans
from kiosk.model.suppression import HIDE_UNDER, hide, hide_parts

_LANGUAGES = "The language a visit ended in, in visits."


@dataclass(frozen=True, slots=True)
class SiteLine:
    """What is told of one site at a glance; None is hidden. ``compared`` are today and yesterday."""

    site: str
    visits: int | None
    mean_minutes: float | None
    compared: tuple[Usual, Usual]


def make_overview_page(database: HubDatabase, reports: Reports) -> APIRouter:
    """Return the page ``/``."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/")
    def overview(request: Request, viewer: Seen, asked: AskedFor) -> Response:
        chosen = choose(database, viewer, asked, may_be_all=True)
        with database.reading() as connection:
            devices, waiting = count_fleet(connection, chosen.site)
            said = count_messages(connection, Wanted(chosen.site)) if viewer.may_change else 0
        if chosen.site is None:
            lines, sections = _tell_all(reports, chosen)
        else:
            lines, sections = _tell_one(reports, chosen, chosen.site)
        return render(
            request,
            viewer,
            "overview.html",
            chosen=chosen,
            lines=lines,
            told=sum(line.visits or 0 for line in lines),
            sections=sections,
            devices=devices,
            waiting=waiting,
            said=said,
            # Counts over all sites are for those who see all.
            totals=None if viewer.site is not None else reports.totals(),
            under=HIDE_UNDER,
        )

    return pages


def _tell_all(reports: Reports, chosen: Chosen) -> tuple[list[SiteLine], list[Section]]:
    first = chosen.today - timedelta(weeks=USUAL_WEEKS, days=1)
    footfall = reports.footfall(None, chosen.period.days, Days(first.isoformat(), chosen.today.isoformat()))
    lines = [_make_line(footfall.get(site, Footfall(site)), chosen.today) for site in chosen.sites]
    languages: Counter[str] = Counter()
    for one in footfall.values():
        if one.visits >= HIDE_UNDER:
            languages.update({name: count for name, count in hide_parts(one.languages).items() if count})
    words = f"{_LANGUAGES} Added up from what each site's page tells."
    return lines, [draw_parts("Languages", words, dict(languages.most_common()))] if languages else []


def _tell_one(reports: Reports, chosen: Chosen, site: str) -> tuple[list[SiteLine], list[Section]]:
    period = chosen.period
    footfall = reports.footfall(site, period.days, ALL_DAYS).get(site, Footfall(site))
    sections = []
    if spans := tell_spans(footfall.days, period.first or min(footfall.since, period.last), period.last):
        sections.append(_draw_days(spans))
    for report in reports.read(site, None, period.days):
        if report.languages:
            sections.append(draw_parts("Languages", _LANGUAGES, report.languages))
        if report.minutes:
            sections.append(draw_minutes(report))
    return [_make_line(footfall, chosen.today)], sections


def _make_line(footfall: Footfall, today: date) -> SiteLine:
    visits = footfall.visits
    compared = [
        compare_day(footfall.days, footfall.since, today - timedelta(days=back), today) for back in (0, 1)
    ]
    return SiteLine(
        footfall.site,
        hide(visits),
        footfall.minutes / visits if visits >= HIDE_UNDER else None,
        (compared[0], compared[1]),
    )


def _draw_days(spans: tuple[DaySpan, ...]) -> Section:
    columns = [Column(_name_span(span), span.count) for span in spans]
    words = "Visits by the day they began, of long periods by week or month. Days with few visits are joined."
    rows = [[_name_span(span, with_year=True), count_words(span.count)] for span in spans]
    chart = draw_histogram("Visits over time", words, columns, "")
    table = format_table("Visits over time", ["days", "visits"], rows)
    return Section("Visits over time", words, chart, table)


def _name_span(span: DaySpan, *, with_year: bool = False) -> str:
    first, last = (
        f"{day.day} {day:%b %Y}" if with_year else f"{day.day} {day:%b}" for day in (span.first, span.last)
    )
    return first if span.first == span.last else f"{first} – {last}"
