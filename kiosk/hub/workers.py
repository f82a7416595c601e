"""Several processes that answer at one socket, and their parent: it starts them, starts them again, and ends them."""

from __future__ import annotations

import logging
import multiprocessing
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from typing import Final

from kiosk.hub.worker import work
from kiosk.hub.worker_terms import END, GRACE_S, LEFT_S, READY, Order
from kiosk.model.errors import KioskError

_LOG: Final = logging.getLogger(__name__)
_LOOK_EVERY_S: Final = 0.2
# A worker that lived so long died of something else than of how it is started.
STEADY_S: Final = 5.0
# So long is waited after one that died at once, twice as long after the next.
PAUSE_S: Final = 0.25
LONGEST_PAUSE_S: Final = 10.0
MOST_DEATHS: Final = 5
_SIGNALS: Final = [
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGBREAK") if hasattr(signal, name)
]


def run_workers(order: Order, listener: socket.socket, on_ready: Callable[[], None]) -> None:
    """Keep ``order.workers`` processes answering at ``listener`` until SIGTERM or SIGINT; call ``on_ready`` once all do.

    Raises:
        KioskError: ``hub.workers-died``; none is left.
        KeyboardInterrupt: It was SIGINT; none is left.
    """
    crew = Crew(lambda: Worker(order, listener), order.workers)
    with _hear_signals() as heard:
        try:
            while not heard:
                if crew.look(time.monotonic()):
                    on_ready()
                crew.wait(_LOOK_EVERY_S)
        finally:
            # Whoever comes from now on is refused at once and not kept waiting.
            listener.close()
            crew.end()
    if signal.SIGINT in heard:
        raise KeyboardInterrupt


class Worker:
    """One process, from its start."""

    def __init__(self, order: Order, listener: socket.socket) -> None:
        # Spawned, on every system: a fork would copy the locks of threads that do not come along.
        context = multiprocessing.get_context("spawn")
        self._pipe, far_end = context.Pipe()
        self._process = context.Process(target=work, args=(order, listener, far_end), name="hub-worker")
        self._process.start()
        far_end.close()
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
        self._pipe.close()


class Crew:
    """The workers there are, and when the next may be started."""

    def __init__(self, start: Callable[[], Worker], count: int) -> None:
        self._start = start
        self._count = count
        self._workers: list[Worker] = []
        self._was_whole = False
        self._deaths = 0
        self._next_s = 0.0

    def look(self, now_s: float) -> bool:
        """Start workers in the place of dead ones; return True once, when all answer for the first time.

        Raises:
            KioskError: ``hub.workers-died``: one after the other died soon after its start, and none answers.
        """
        for dead in [worker for worker in self._workers if not worker.is_alive()]:
            self._workers.remove(dead)
            words, lived_s = dead.describe_end(), now_s - dead.began_s
            dead.bury()
            self._note_death(words, lived_s, now_s)
        self._start_missing(now_s)
        is_whole = len(self._workers) == self._count and all(worker.is_ready for worker in self._workers)
        is_first = is_whole and not self._was_whole
        self._was_whole = self._was_whole or is_whole
        return is_first

    def wait(self, longest_s: float) -> None:
        """Wait until a worker ends, ``longest_s`` at most."""
        if self._workers:
            wait([worker.sentinel for worker in self._workers], longest_s)
        else:
            time.sleep(longest_s)

    def end(self) -> None:
        """End all: each gives the answers under way, and is killed where that takes longer than its grace."""
        for worker in self._workers:
            worker.ask_to_end()
        until_s = time.monotonic() + GRACE_S + 2 * LEFT_S
        for worker in self._workers:
            worker.bury(until_s - time.monotonic())
        self._workers.clear()

    def _start_missing(self, now_s: float) -> None:
        while len(self._workers) < self._count and now_s >= self._next_s:
            try:
                self._workers.append(self._start())
            except OSError as error:
                self._note_death(f"no process could be started: {error}", 0.0, now_s)

    def _note_death(self, words: str, lived_s: float, now_s: float) -> None:
        if lived_s >= STEADY_S:
            self._deaths = 0
            _LOG.warning("a worker is started again: %s", words)
            return
        self._deaths += 1
        answers = self._was_whole and any(worker.is_ready for worker in self._workers)
        if self._deaths >= MOST_DEATHS and not answers:
            raise _refuse(self._deaths, words)
        pause_s = min(PAUSE_S * 2 ** (self._deaths - 1), LONGEST_PAUSE_S)
        self._next_s = now_s + pause_s
        _LOG.warning("a worker is started again in %.2f s: %s", pause_s, words)


@contextmanager
def _hear_signals() -> Iterator[list[int]]:
    """Collect signals that ask for the end, in the order they came."""
    heard: list[int] = []
    before = {number: signal.signal(number, lambda one, _frame: heard.append(one)) for number in _SIGNALS}
    try:
        yield heard
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)


def _refuse(deaths: int, words: str) -> KioskError:
    return KioskError(
        "The hub does not serve",
        expected="workers that live",
        found=f"{deaths} that ended soon after their start, the last one: {words}",
        remedy="See to what it says; start with fewer --workers where the machine or the database has no room for more",
        code="hub.workers-died",
    )
