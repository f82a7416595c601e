"""The hub as one web application: doors for devices and programs, pages for people."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

from kiosk import __version__
from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.batches import make_batch_door
from kiosk.hub.doors.devices import make_device_door
from kiosk.hub.doors.enrolments import make_enrolment_door
from kiosk.hub.doors.gate import Gate
from kiosk.hub.doors.health import make_health_door
from kiosk.hub.doors.refusals import add_refusals
from kiosk.hub.doors.reports import make_report_door
from kiosk.hub.ingest import Ingest
from kiosk.hub.page import format_page
from kiosk.hub.reports import Reports


def create_app(database: HubDatabase, *, is_open: bool = False) -> FastAPI:
    """Return the hub's web application on an open database; whoever opened it closes it.

    ``is_open`` has it take facts of devices that nobody enrolled, for trials.

    Raises:
        SQLAlchemyError: The database cannot be written.
    """
    gate, ingest, reports = Gate(database, is_open=is_open), Ingest(database), Reports(database)
    # No interactive documentation: its page would load scripts from elsewhere.
    app = FastAPI(title="Heritage Kiosk hub", version=__version__, docs_url=None, redoc_url=None)
    add_refusals(app)
    app.include_router(make_batch_door(gate, ingest))
    app.include_router(make_enrolment_door(gate, database))
    app.include_router(make_device_door(gate, database))
    app.include_router(make_report_door(reports))
    app.include_router(make_health_door(database, ingest))
    _add_page(app, reports)
    return app


def _add_page(app: FastAPI, reports: Reports) -> None:
    @app.get("/", response_class=HTMLResponse, include_in_schema=False)
    def page() -> HTMLResponse:
        headers = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
        return HTMLResponse(format_page(reports.totals(), reports.read(None, None)), headers=headers)
