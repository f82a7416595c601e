"""One worker as its parent sees it: started, heard, asked to end, buried."""

from __future__ import annotations

import multiprocessing
import socket
import time
from contextlib import suppress

from kiosk.hub.crew_board import CrewBoard
from kiosk.hub.worker import work
from kiosk.hub.worker_terms import END, READY, Order


class Worker:
    """One process, from its start.

    Attributes:
        began_s: When it was started, by the monotonic clock.
        is_ready: Whether it said that it answers.
    """

    def __init__(self, order: Order, board: CrewBoard, seat: int, listener: socket.socket) -> None:
        """Start it.

        Raises:
            OSError: The machine has no room for another process.
        """
        # Spawned, on every system: a fork would copy the locks of threads that do not come along.
        context = multiprocessing.get_context("spawn")
        self._pipe, far_end = context.Pipe()
        self._process = context.Process(
            target=work, args=(order, board, seat, listener, far_end), name="hub-worker"
        )
        self._process.start()
        far_end.close()
        self._board = board
        self._seat = seat
        self.began_s = time.monotonic()
        self.is_ready = False
        self._words = ""

    def is_alive(self) -> bool:
        """Hear what it said, and tell whether it lives."""
        is_alive = self._process.is_alive()
        with suppress(EOFError, OSError):
            while self._pipe.poll():
                said = self._pipe.recv_bytes()
                self.is_ready = said == READY
                self._words = "" if self.is_ready else said.decode(errors="replace")
        return is_alive

    @property
    def sentinel(self) -> int:
        """What :func:`multiprocessing.connection.wait` waits for its end by."""
        return self._process.sentinel

    def describe_end(self) -> str:
        """Return why it ended, in its own words where it left some."""
        return self._words or f"process {self._process.pid} ended with status {self._process.exitcode}"

    def ask_to_end(self) -> None:
        """Let it give the answers under way, and end."""
        with suppress(OSError):  # it has ended by itself
            self._pipe.send_bytes(END)

    def bury(self, wait_s: float = 0.0) -> None:
        """Wait for its end, see to it, and let go of what it held."""
        self._process.join(max(0.0, wait_s))
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._process.close()
        self._board.leave(self._seat)
        self._pipe.close()
