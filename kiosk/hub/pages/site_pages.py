"""The pages of one site's stops, moves and suggestions: its report, a part each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fastapi import APIRouter, Request, Response

from kiosk.charts.move_section import draw_moves
from kiosk.charts.report_sections import (
    draw_attraction,
    draw_holding,
    draw_suggestions,
    draw_trials,
    list_rated,
    list_use,
)
from kiosk.charts.report_words import describe_hiding
from kiosk.charts.section import Section
from kiosk.hub.database import HubDatabase
from kiosk.hub.pages.chosen import Asked, AskedFor, choose
from kiosk.hub.pages.rendering import render
from kiosk.hub.pages.viewer import Seen, Viewer
from kiosk.hub.reports import Reports
from kiosk.hub.stop_titles import Titles
from kiosk.model.disclosure import SiteReport

Drawing = Callable[[SiteReport, Titles], Iterator[Section]]


def make_site_pages(database: HubDatabase, reports: Reports) -> APIRouter:
    """Return the pages ``/stops``, ``/moves`` and ``/suggestions``."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/stops")
    def stops(request: Request, viewer: Seen, asked: AskedFor) -> Response:
        return show(request, viewer, asked, "stops.html", _draw_stops)

    @pages.get("/moves")
    def moves(request: Request, viewer: Seen, asked: AskedFor) -> Response:
        return show(request, viewer, asked, "moves.html", _draw_moves)

    @pages.get("/suggestions")
    def suggestions(request: Request, viewer: Seen, asked: AskedFor) -> Response:
        return show(request, viewer, asked, "suggestions.html", _draw_suggestions)

    def show(request: Request, viewer: Viewer, asked: Asked, template: str, draw: Drawing) -> Response:
        chosen = choose(database, viewer, asked)
        found = [] if chosen.site is None else reports.read(chosen.site, None, chosen.period.days)
        report = found[0] if found else None
        return render(
            request,
            viewer,
            template,
            chosen=chosen,
            report=report,
            titles=chosen.titles,
            sections=list(draw(report, chosen.titles)) if report is not None else [],
            note="" if report is None else describe_hiding(report),
        )

    return pages


def _draw_stops(report: SiteReport, titles: Titles) -> Iterator[Section]:
    if report.stops:
        yield draw_attraction(report, titles.stop)
        yield draw_holding(report, titles.stop)
    if any(stop.trial for stop in report.stops):
        yield draw_trials(report, titles.stop)
    yield from list_use(report, "Ratings")
    if report.use.rated:
        yield list_rated(report, titles.stop)
    yield from list_use(report, "Depths", "How stops were found", "What led nowhere")


def _draw_moves(report: SiteReport, titles: Titles) -> Iterator[Section]:
    if report.use.moves:
        yield draw_moves(report, titles.stop, titles.places)


def _draw_suggestions(report: SiteReport, _titles: Titles) -> Iterator[Section]:
    if report.suggestions_shown:
        yield draw_suggestions(report)
