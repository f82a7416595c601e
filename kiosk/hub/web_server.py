"""The web server of one process of the hub: how many it serves at once, how patient it is, and what it spares."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
import sys
from collections.abc import Callable
from typing import Final

import uvicorn

from kiosk.hub.crew_board import CrewFigures
from kiosk.hub.database import HubDatabase
from kiosk.hub.patient_http import PatientHttp
from kiosk.hub.server import create_app
from kiosk.hub.worker_terms import GRACE_S

MOST_AT_ONCE: Final = 1_000
# Threads that read facts keep the interpreter for 5 ms at a time if they may: who waits for the database or for a
# device would wait as long at every step.
SWITCH_S: Final = 0.0005


class WebServer(uvicorn.Server):
    """uvicorn's server, which says when it answers and keeps the collector from what is there by then."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and say so."""
        await self.listen(sockets)
        _set_aside()
        if not self.should_exit:
            self._on_ready()

    async def listen(self, sockets: list[socket.socket] | None) -> None:
        """Take connections at ``sockets``."""
        await super().startup(sockets)


def make_config(
    database: HubDatabase,
    *,
    is_open: bool,
    workers: int = 1,
    read_crew: Callable[[], CrewFigures] = CrewFigures,
) -> uvicorn.Config:
    """Return how this process serves: the application, and how patient it is.

    Args:
        database: Open; whoever opened it closes it.
        is_open: As :func:`kiosk.hub.server.create_app` takes it.
        workers: How many processes share the socket.
        read_crew: As :func:`kiosk.hub.server.create_app` takes it.

    Raises:
        SQLAlchemyError: The database cannot be written.
    """
    sys.setswitchinterval(SWITCH_S)
    config = uvicorn.Config(
        create_app(database, is_open=is_open, read_crew=read_crew),
        log_level="warning",
        access_log=False,
        http=PatientHttp,
        server_header=False,
        limit_concurrency=MOST_AT_ONCE,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=GRACE_S,
        workers=workers,
    )
    logging.getLogger("uvicorn.error").addFilter(_is_told)
    return config


def _is_told(record: logging.LogRecord) -> bool:
    """Leave out where each request stood that the hub's end cut off: one line says how many they were."""
    return not (record.exc_info and record.exc_info[0] is asyncio.CancelledError)


def _set_aside() -> None:
    """Spare the collector what the programs and pages are made of: going through it all stops the hub for 100 ms."""
    gc.collect()
    gc.freeze()
