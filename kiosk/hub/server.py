"""The hub as one web application: doors for devices and programs, pages for people."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI

from kiosk import __version__
from kiosk.hub.crew_board import CrewFigures
from kiosk.hub.database import HubDatabase
from kiosk.hub.doors.batches import make_batch_door
from kiosk.hub.doors.callers import Remembered
from kiosk.hub.doors.description import HubApplication
from kiosk.hub.doors.devices import make_device_door
from kiosk.hub.doors.enrolments import make_enrolment_door
from kiosk.hub.doors.gate import Gate
from kiosk.hub.doors.health import make_health_door
from kiosk.hub.doors.recordings import make_recording_door
from kiosk.hub.doors.refusals import add_refusals
from kiosk.hub.doors.reports import make_report_door
from kiosk.hub.ingest import Ingest
from kiosk.hub.pages.composing import add_pages, show_refusal
from kiosk.hub.reports import Reports


def create_app(
    database: HubDatabase, *, is_open: bool = False, read_crew: Callable[[], CrewFigures] = CrewFigures
) -> FastAPI:
    """Return the hub's web application on an open database; whoever opened it closes it.

    ``is_open`` has it take facts of devices that nobody enrolled and show its sums to everybody, for trials.
    ``read_crew`` gives the processes that answer at this one's socket; without it this one is alone.

    Raises:
        SQLAlchemyError: The database cannot be written.
    """
    gate, ingest, reports = Gate(database, is_open=is_open), Ingest(database), Reports(database)
    # No interactive documentation: its page would load scripts from elsewhere.
    app = HubApplication(title="Heritage Kiosk hub", version=__version__, docs_url=None, redoc_url=None)
    app.state.remembered = Remembered()
    add_refusals(app, show_refusal)
    app.include_router(make_batch_door(gate, ingest))
    app.include_router(make_enrolment_door(gate, database))
    app.include_router(make_device_door(gate, database))
    app.include_router(make_recording_door(gate, database))
    app.include_router(make_report_door(reports))
    app.include_router(make_health_door(database, ingest, read_crew))
    add_pages(app, database, reports, is_open=is_open)
    return app
