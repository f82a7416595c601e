"""The workers of a hub as its parent keeps them: the dead are replaced, with pauses, and not for ever."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from typing import Final

from kiosk.hub.crew_board import CrewFigures
from kiosk.hub.worker_process import Worker
from kiosk.hub.worker_terms import GRACE_S, LEFT_S
from kiosk.model.errors import KioskError

_LOG: Final = logging.getLogger(__name__)
# A worker that lived so long died of something else than of how it is started.
STEADY_S: Final = 5.0
# So long is waited after one that died at once, twice as long after the next.
PAUSE_S: Final = 0.25
LONGEST_PAUSE_S: Final = 10.0
MOST_DEATHS: Final = 5


class Crew:
    """The workers there are, and when the next may be started."""

    def __init__(self, start: Callable[[int], Worker], count: int) -> None:
        """Begin without any; ``start`` is given which of them it is to start, from 0."""
        self._start = start
        self._count = count
        self._workers: dict[int, Worker] = {}
        self._was_whole = False
        self._deaths = 0
        self._in_a_row = 0
        self._next_s = 0.0

    def look(self, now_s: float) -> bool:
        """Start workers in the place of dead ones; return True once, when all answer for the first time.

        Raises:
            KioskError: ``hub.workers-died``: one after the other died soon after its start, and none answers.
        """
        for seat in [seat for seat, worker in self._workers.items() if not worker.is_alive()]:
            dead = self._workers.pop(seat)
            words, lived_s = dead.describe_end(), now_s - dead.began_s
            dead.bury()
            self._note_death(words, lived_s, now_s)
        self._start_missing(now_s)
        is_whole = self.count().answering == self._count
        is_first = is_whole and not self._was_whole
        self._was_whole = self._was_whole or is_whole
        return is_first

    def count(self) -> CrewFigures:
        """Return how many answer, and how many died so far."""
        return CrewFigures(sum(worker.is_ready for worker in self._workers.values()), self._deaths)

    def wait(self, longest_s: float) -> None:
        """Wait until a worker ends, ``longest_s`` at most."""
        if self._workers:
            wait([worker.sentinel for worker in self._workers.values()], longest_s)
        else:
            time.sleep(longest_s)

    def end(self) -> None:
        """End all: each gives the answers under way, and is killed where that takes longer than its grace."""
        for worker in self._workers.values():
            worker.ask_to_end()
        until_s = time.monotonic() + GRACE_S + 2 * LEFT_S
        for worker in self._workers.values():
            worker.bury(until_s - time.monotonic())
        self._workers.clear()

    def _start_missing(self, now_s: float) -> None:
        for seat in range(self._count):
            if seat in self._workers or now_s < self._next_s:
                continue
            try:
                self._workers[seat] = self._start(seat)
            except OSError as error:
                self._note_death(f"no process could be started: {error}", 0.0, now_s)

    def _note_death(self, words: str, lived_s: float, now_s: float) -> None:
        self._deaths += 1
        if lived_s >= STEADY_S:
            self._in_a_row = 0
            _LOG.warning("a worker is started again: %s", words)
            return
        self._in_a_row += 1
        answers = self._was_whole and self.count().answering
        if self._in_a_row >= MOST_DEATHS and not answers:
            raise _refuse(self._in_a_row, words)
        pause_s = min(PAUSE_S * 2 ** (self._in_a_row - 1), LONGEST_PAUSE_S)
        self._next_s = now_s + pause_s
        _LOG.warning("a worker is started again in %.2f s: %s", pause_s, words)


def _refuse(deaths: int, words: str) -> KioskError:
    return KioskError(
        "The hub does not serve",
        expected="workers that live",
        found=f"{deaths} that ended soon after their start, the last one: {words}",
        remedy="See to what it says; start with fewer --workers where the machine or the database has no room for more",
        code="hub.workers-died",
    )
