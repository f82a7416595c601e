"""Whether the hub lives, and figures for whoever watches over it."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel

from kiosk import __version__
from kiosk.hub.crew_board import CrewFigures
from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.callers import get_caller, is_of_this_machine, refuse_confined
from kiosk.hub.doors.description import BY_ACCOUNT, refusals
from kiosk.hub.doors.refusals import now_ms
from kiosk.hub.ingest import Ingest
from kiosk.hub.metrics import format_metrics, read_metrics


class Health(BaseModel):
    """Whether the hub can take facts now."""

    ok: bool
    version: str
    server_time: int


def make_health_door(
    database: HubDatabase, ingest: Ingest, read_crew: Callable[[], CrewFigures]
) -> APIRouter:
    """Return the doors ``/healthz`` and ``/metrics``."""
    door = APIRouter()

    @door.get("/healthz", responses=refusals(503))
    def healthz() -> Health:
        """Tell whether the hub can take facts now; 503 where its database cannot be read."""
        ingest.check()
        return Health(ok=True, version=__version__, server_time=now_ms())

    @door.get(
        "/metrics",
        response_class=PlainTextResponse,
        responses=refusals(401, 403, 429, 503),
        openapi_extra=BY_ACCOUNT,
    )
    def metrics(request: Request) -> PlainTextResponse:
        """Return counts of messages and devices, in the text form of Prometheus; nothing of visits.

        Free for programs on the hub's own machine, else for accounts that see all sites.
        """
        if not is_of_this_machine(request):
            refuse_confined(get_caller(request))
        with database.reading() as connection:
            content = format_metrics(read_metrics(connection, now_ms()), read_crew())
        return PlainTextResponse(content, media_type="text/plain; version=0.0.4")

    return door
