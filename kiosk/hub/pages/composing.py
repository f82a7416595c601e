"""All pages of the hub on its application, with what they have in common: style, refusals, the way to the log-in."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse

from kiosk.charts.style import STYLE
from kiosk.hub.database import HubDatabase
from kiosk.hub.pages.fleet import make_fleet_pages
from kiosk.hub.pages.help import make_help_page
from kiosk.hub.pages.log_in import LOG_IN, make_log_in_pages
from kiosk.hub.pages.messages import make_message_pages
from kiosk.hub.pages.overview import make_overview_page
from kiosk.hub.pages.own_password import make_own_password_page
from kiosk.hub.pages.packs import make_pack_page
from kiosk.hub.pages.rendering import HEADERS, render
from kiosk.hub.pages.site_pages import make_site_pages
from kiosk.hub.pages.tickets import make_ticket_page
from kiosk.hub.pages.viewer import LogInNeededError, PageRefusedError, Visited
from kiosk.hub.reports import Reports

_STYLE_FILE: Final = Path(__file__).parent / "hub.css"
_ICON_FILE: Final = _STYLE_FILE.with_name("icon.svg")


def add_pages(app: FastAPI, database: HubDatabase, reports: Reports, *, is_open: bool) -> None:
    """Add every page; at an open hub they can be looked at without an account."""
    app.state.visited = Visited(database, is_open)
    app.include_router(make_log_in_pages(database))
    for pages in (
        make_overview_page(database, reports),
        make_site_pages(database, reports),
        make_fleet_pages(database),
        make_pack_page(database),
        make_ticket_page(database, reports),
        make_message_pages(database),
        make_help_page(),
        make_own_password_page(database),
    ):
        app.include_router(pages)
    _add_style(app)
    _add_answers(app)


def show_refusal(request: Request, status: int, words: str) -> Response:
    """Return the page that tells a person what was not done."""
    return render(request, None, "refused.html", status=status, words=words)


def _add_style(app: FastAPI) -> None:
    style = _STYLE_FILE.read_text(encoding="utf-8") + STYLE
    for path, content, kind in (
        ("/style.css", style, "text/css"),
        ("/icon.svg", _ICON_FILE.read_text(encoding="utf-8"), "image/svg+xml"),
    ):
        _add_file(app, path, content, kind)


def _add_file(app: FastAPI, path: str, content: str, kind: str) -> None:
    @app.get(path, include_in_schema=False)
    def show_file() -> Response:
        headers = {"Cache-Control": "public, max-age=3600", "X-Content-Type-Options": "nosniff"}
        return Response(content, headers=headers, media_type=kind)


def _add_answers(app: FastAPI) -> None:
    @app.exception_handler(LogInNeededError)
    async def to_log_in(_request: Request, needed: LogInNeededError) -> Response:
        query = "" if needed.path == "/" else "?" + urlencode({"next": needed.path})
        return RedirectResponse(LOG_IN + query, 303, HEADERS)

    @app.exception_handler(PageRefusedError)
    async def in_words(request: Request, refused: PageRefusedError) -> Response:
        return render(request, refused.viewer, "refused.html", status=refused.status, words=refused.words)
