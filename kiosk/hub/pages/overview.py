"""The first page: what the hub holds, and each site's measures."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from kiosk.hub.database import HubDatabase
from kiosk.hub.pages.rendering import render
from kiosk.hub.pages.viewer import Seen
from kiosk.hub.reports import Reports


def make_overview_page(_database: HubDatabase, reports: Reports) -> APIRouter:
    """Return the page ``/``; whoever sees one site sees no totals of all."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/")
    def overview(request: Request, viewer: Seen) -> HTMLResponse:
        totals = reports.totals() if viewer.site is None else None
        sites = [report for report in reports.read(viewer.site, None) if viewer.sees(report.site)]
        return render(request, viewer, "overview.html", totals=totals, sites=sites)

    return pages
