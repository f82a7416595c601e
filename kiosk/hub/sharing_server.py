"""The web server of a worker: it shares its socket with the others, and takes its share of the connections."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Callable

import uvicorn

from kiosk.hub.crew_board import CrewBoard
from kiosk.hub.fair_accept import FairAccept
from kiosk.hub.patient_http import PatientHttp
from kiosk.hub.web_server import WebServer


class SharingServer(WebServer):
    """Takes connections by :class:`~kiosk.hub.fair_accept.FairAccept`; on Windows as uvicorn does.

    No loop there watches a listening socket; each worker waits at it in its turn.
    """

    def __init__(
        self, config: uvicorn.Config, on_ready: Callable[[], None], board: CrewBoard, seat: int
    ) -> None:
        super().__init__(config, on_ready)
        self._board = board
        self._seat = seat
        self._doors: list[FairAccept] = []

    async def listen(self, sockets: list[socket.socket] | None) -> None:
        """Take connections at ``sockets``, with the others."""
        if sys.platform == "win32":
            await super().listen(sockets)
            return
        await super().listen([])
        self._board.write_open(self._seat, 0)
        self._doors = [FairAccept(one, self._make_protocol, self._is_ahead) for one in sockets or []]
        for door in self._doors:
            door.begin()

    async def on_tick(self, counter: int) -> bool:
        """Say ten times a second how many connections there are: they also end."""
        if not self.should_exit:
            self._board.write_open(self._seat, len(self.server_state.connections))
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take no more connections, and end those there are."""
        self._board.leave(self._seat)
        for door in self._doors:
            door.end()
        await super().shutdown(sockets)

    def _is_ahead(self, under_way: int) -> bool:
        mine = len(self.server_state.connections) + under_way
        self._board.write_open(self._seat, mine)
        return self._board.is_ahead(mine)

    def _make_protocol(self) -> asyncio.Protocol:
        return PatientHttp(config=self.config, server_state=self.server_state, app_state=self.lifespan.state)
