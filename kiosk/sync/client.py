"""Sends what waits, by itself, on a thread of its own; keeps everything until the hub's own words say it is there."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from kiosk.model.batch import MAX_FACTS
from kiosk.model.errors import KioskError
from kiosk.sync.backoff import delay_s
from kiosk.sync.exchange import Exchange, Outcome
from kiosk.sync.hub_address import HubAddress
from kiosk.sync.outbox import Outbox
from kiosk.sync.sending import send_one

# How often to look whether something joined the outbox, when nobody said so.
LOOK_EVERY_S: Final = 60.0
FORKS_AT_ONCE: Final = 5


@dataclass(frozen=True, slots=True)
class SyncState:
    """What staff may know.

    ``waiting`` facts, the oldest ``waiting_since_ms`` (wall clock, UTC ms, None for none);
    ``last_success_ms`` and ``next_try_ms`` likewise (None: never, or as soon as something waits);
    ``failures`` in a row and ``why`` in words ("" where all is well); ``sent`` facts acknowledged since
    the start.
    """

    waiting: int = 0
    waiting_since_ms: int | None = None
    last_success_ms: int | None = None
    next_try_ms: int | None = None
    failures: int = 0
    why: str = ""
    sent: int = 0


class SyncClient:
    """The thread that sends. ``listener`` is told each change of state, on that thread."""

    def __init__(
        self,
        outbox: Outbox,
        hub: HubAddress,
        *,
        listener: Callable[[SyncState], None] = lambda _state: None,
        correct_clock: Callable[[int], None] = lambda _server_ms: None,
        chance: random.Random | None = None,
    ) -> None:
        """Send from ``outbox`` to ``hub``; ``correct_clock`` is given the hub's time (UTC ms) at each answer."""
        self._outbox = outbox
        self._exchange = Exchange(hub)
        self._listener = listener
        self._correct_clock = correct_clock
        self._chance = chance or random.Random()
        self._wake = threading.Event()
        self._stopping = False
        self._max_facts = MAX_FACTS
        self._state = SyncState()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    @property
    def state(self) -> SyncState:
        """What staff may know, as of the last attempt."""
        return self._state

    def start(self) -> None:
        """Begin sending."""
        self._thread.start()

    def hurry(self) -> None:
        """Try now: facts have joined the outbox, or a connection appeared."""
        self._wake.set()

    def stop(self) -> None:
        """Stop within 200 ms, in the middle of a request if need be; nothing is lost by it."""
        self._stopping = True
        self._exchange.cut()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopping:
            wait_s = self._attempt()
            self._tell(replace(self._state, next_try_ms=_wall_ms() + int(wait_s * 1000) if wait_s else None))
            if wait_s and not self._stopping:
                self._wake.wait(wait_s)
            self._wake.clear()

    def _attempt(self) -> float:
        """Send one batch; return how many s to wait before the next."""
        try:
            answer, sent = send_one(self._outbox, self._exchange, self._max_facts)
        except KioskError as error:
            return self._note_failure(str(error))
        if answer is None:
            self._tell(replace(self._state, why="", failures=0))
            return LOOK_EVERY_S
        if answer.server_ms:
            self._correct_clock(answer.server_ms)
        if answer.outcome is Outcome.ACKNOWLEDGED:
            self._max_facts = min(MAX_FACTS, self._max_facts * 2)
            self._tell(
                replace(
                    self._state, why="", failures=0, sent=self._state.sent + sent, last_success_ms=_wall_ms()
                )
            )
            return 0.0
        if answer.outcome is Outcome.FORK:
            return self._note_fork()
        if answer.outcome is Outcome.TOO_LARGE and self._max_facts > 1:
            self._max_facts //= 2
            return 0.0
        return self._note_failure(answer.detail)

    def _note_fork(self) -> float:
        # The outbox goes on under a new incarnation at once; a hub that forks again and again is no hub.
        failures = self._state.failures + 1
        self._tell(
            replace(self._state, failures=failures, why="the hub knew this device's numbers from another one")
        )
        return 0.0 if failures < FORKS_AT_ONCE else delay_s(failures, self._chance)

    def _note_failure(self, why: str) -> float:
        failures = self._state.failures + 1
        self._tell(replace(self._state, failures=failures, why=why))
        return delay_s(failures, self._chance)

    def _tell(self, state: SyncState) -> None:
        with suppress(KioskError):  # the attempt that met the same disk says why
            waiting = self._outbox.waiting()
            state = replace(state, waiting=waiting.facts, waiting_since_ms=waiting.since_ms)
        if state != self._state:
            self._state = state
            self._listener(state)


def _wall_ms() -> int:
    return time.time_ns() // 1_000_000
