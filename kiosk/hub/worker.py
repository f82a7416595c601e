"""One of several processes that answer for the hub: it ends when its parent says so, or is gone."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from kiosk.hub.crew_board import CrewBoard
from kiosk.hub.worker_terms import END, GRACE_S, LEFT_S, ORPHAN_GRACE_S, READY, Order
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.hub.web_server import WebServer


def work(order: Order, board: CrewBoard, seat: int, listener: socket.socket, parent: Connection) -> None:
    """Answer at ``listener`` until ``parent`` says ``END``, is gone, or a signal asks for the end.

    ``parent`` hears ``READY`` when requests are answered, or in words why they will not be; ``board`` is what
    all workers know of each other, ``seat`` which of them this one is.
    """
    from kiosk.hub.database.opening import open_database, told

    watch = _Watch(parent)
    try:
        with closing(open_database(order.database)) as database:
            from kiosk.hub.sharing_server import SharingServer
            from kiosk.hub.web_server import make_config

            with told(database.url):
                config = make_config(
                    database, is_open=order.is_open, workers=order.workers, read_crew=board.read
                )
            server = SharingServer(config, lambda: _tell(parent, READY), board, seat)
            watch.guard(server)
            server.run(sockets=[listener])
    except KioskError as error:
        _tell(parent, str(error).encode())
        sys.exit(1)
    except KeyboardInterrupt:
        # Ctrl+C reaches all processes of a terminal; every answer was given by now.
        sys.exit(0)


class _Watch:
    """Waits for the parent's word or its end, in a thread of its own: no signal tells a process of that everywhere."""

    def __init__(self, parent: Connection) -> None:
        self._parent = parent
        self._server: WebServer | None = None
        # A daemon: it waits for as long as the parent lives, and must not keep a worker that has ended.
        threading.Thread(target=self._run, name="hub-parent", daemon=True).start()

    def guard(self, server: WebServer) -> None:
        """Say which server is to be ended."""
        self._server = server

    def _run(self) -> None:
        grace_s = self._wait()
        if self._server is None:
            os._exit(0)  # nothing was answered yet
        self._server.config.timeout_graceful_shutdown = grace_s
        self._server.should_exit = True
        time.sleep(grace_s + LEFT_S)
        os._exit(1)

    def _wait(self) -> int:
        """Return how long answers under way may take (s)."""
        try:
            return GRACE_S if self._parent.recv_bytes() == END else ORPHAN_GRACE_S
        except (EOFError, OSError):
            return ORPHAN_GRACE_S


def _tell(parent: Connection, words: bytes) -> None:
    # A parent that is gone is the watch's business.
    with suppress(OSError):
        parent.send_bytes(words)
