"""The page of packs: which version of which is on how many devices."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.refusals import now_ms
from kiosk.hub.pack_shown import list_known_packs
from kiosk.hub.packs_shown import list_shown_packs
from kiosk.hub.pages.rendering import render
from kiosk.hub.pages.viewer import Seen


def make_pack_page(database: HubDatabase) -> APIRouter:
    """Return the page ``/packs``."""
    pages = APIRouter(include_in_schema=False)

    @pages.get("/packs")
    def packs(request: Request, viewer: Seen) -> Response:
        with database.reading() as connection:
            shown = list_shown_packs(connection, viewer.site)
            known = {one["pack"]: one["version"] for one in list_known_packs(connection)}
        return render(request, viewer, "packs.html", packs=shown, known=known, now_ms=now_ms())

    return pages
