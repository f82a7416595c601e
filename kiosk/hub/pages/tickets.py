"""The page of tickets and vouchers: what was issued and what became of it, and what visits came with."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter, Request, Response

from kiosk.charts.report_sections import list_use
from kiosk.hub.database import HubDatabase
from kiosk.hub.pages.chosen import AskedFor, choose
from kiosk.hub.pages.rendering import render
from kiosk.hub.pages.viewer import Seen
from kiosk.hub.reports import Reports
from kiosk.hub.tickets_list import list_issues

# Of each issue the marks of all its tickets are worked out: some hundredths of a second for the largest.
MOST_ISSUES: Final = 10


def make_ticket_page(database: HubDatabase, reports: Reports) -> APIRouter:
    """Return the page ``/tickets``."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/tickets")
    def tickets(request: Request, viewer: Seen, asked: AskedFor) -> Response:
        chosen = choose(database, viewer, asked)
        issues = []
        if chosen.site is not None:
            with database.reading() as connection:
                issues = list_issues(connection, chosen.site, MOST_ISSUES)
        found = [] if chosen.site is None else reports.read(chosen.site, None, chosen.period.days)
        named = ("Tickets", "Vouchers", "Visits that came again", "Where they had been")
        return render(
            request,
            viewer,
            "tickets.html",
            chosen=chosen,
            issues=issues,
            most=MOST_ISSUES,
            report=found[0] if found else None,
            sections=[section for report in found for section in list_use(report, *named)],
        )

    return pages
