"""Sends what waits, by itself, on a thread of its own; keeps everything until the hub's own words say it is there."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from kiosk.model.batch import MAX_FACTS
from kiosk.model.errors import KioskError
from kiosk.sync.backoff import delay_s
from kiosk.sync.errand import Errand
from kiosk.sync.outbox import Outbox
from kiosk.sync.outcome import Answer, Outcome
from kiosk.sync.pace import Pace
from kiosk.sync.sending import send_one
from kiosk.sync.state import DISK, NO_HUB, RATE, SyncState

if TYPE_CHECKING:
    from kiosk.sync.exchange import Exchange

# How often to look whether something joined the outbox, when nobody said so.
LOOK_EVERY_S: Final = 60.0
FORKS_AT_ONCE: Final = 5
# A shorter wait for the pace is not worth a word.
PACE_WORTH_TELLING_S: Final = 2.0
# An errand that this hub cannot take now holds up nothing: facts may well go through.
_ERRAND_FAILS_ALONE: Final = (Outcome.REFUSED, Outcome.TOO_LARGE, Outcome.BUSY)


class Door(Protocol):
    """Gives the way to the hub that holds now (:class:`kiosk.sync.hub_door.HubDoor`)."""

    def find_exchange(self) -> Exchange | None:
        """Return it; None where there is no hub. Raises KioskError where it cannot be made."""
        ...

    def cut(self) -> None:
        """Break off a request under way; further ones fail at once."""
        ...


class SyncClient:
    """The thread that sends. ``listener`` is told each change of state, on that thread."""

    def __init__(
        self,
        outbox: Outbox,
        door: Door,
        *,
        make_errands: Callable[[], Sequence[Errand]] = tuple,
        rate_kbps: int = 0,
        listener: Callable[[SyncState], None] = lambda _state: None,
        correct_clock: Callable[[int], None] = lambda _server_ms: None,
        chance: random.Random | None = None,
    ) -> None:
        """Send from ``outbox`` through ``door``, at most ``rate_kbps`` kilobits a second on average (0: as it comes).

        ``make_errands`` is called once, on the thread, for an enrolled device; ``correct_clock`` is given the hub's time (UTC ms) at each answer.
        """
        self._outbox = outbox
        self._door = door
        self._make_errands = make_errands
        self._errands: Sequence[Errand] | None = None
        self._pace = Pace(rate_kbps)
        self._rate_kbps = rate_kbps
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
        """Try now: facts have joined the outbox, or a connection appeared. The pace holds all the same."""
        self._wake.set()

    def stop(self) -> None:
        """Stop within 200 ms, in the middle of a request if need be; nothing is lost by it."""
        self._stopping = True
        self._door.cut()
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
        """Do one thing; return how many s to wait before the next."""
        if pause_s := self._pace.wait_s(time.monotonic()):
            return self._note_pause(pause_s)
        try:
            exchange = self._door.find_exchange()
            if exchange is None:
                self._tell(replace(self._state, reason=NO_HUB, why=""))
                return LOOK_EVERY_S
            if (errand_answer := self._run_errand(exchange)) is not None:
                return self._note_errand(errand_answer)
            answer, sent = send_one(self._outbox, exchange, self._max_facts)
        except KioskError as error:
            return self._note_failure(str(error), DISK)
        if answer is None:
            self._tell(replace(self._state, why="", reason="", failures=0))
            return LOOK_EVERY_S
        return self._note_answer(answer, sent)

    def _run_errand(self, exchange: Exchange) -> Answer | None:
        if exchange.signer is None:
            return None
        if self._errands is None:
            self._errands = self._make_errands()
        now_s = time.monotonic()
        errand = next((one for one in self._errands if one.is_due(now_s)), None)
        if errand is None:
            return None
        answer = errand.run(exchange, now_s)
        self._note_moved(answer)
        return answer

    def _note_errand(self, answer: Answer) -> float:
        if answer.outcome is Outcome.ACKNOWLEDGED:
            self._tell(replace(self._state, why="", reason="", failures=0, last_success_ms=_wall_ms()))
            return 0.0
        if answer.outcome in _ERRAND_FAILS_ALONE:
            return 0.0
        return self._note_failure(answer.detail, answer.outcome)

    def _note_answer(self, answer: Answer, sent: int) -> float:
        self._note_moved(answer)
        if answer.outcome is Outcome.ACKNOWLEDGED:
            self._max_facts = min(MAX_FACTS, self._max_facts * 2)
            sent += self._state.sent
            told = replace(self._state, why="", reason="", failures=0, sent=sent, last_success_ms=_wall_ms())
            self._tell(told)
            return 0.0
        if answer.outcome is Outcome.FORK:
            return self._note_fork()
        if answer.outcome is Outcome.TOO_LARGE and self._max_facts > 1:
            self._max_facts //= 2
            return 0.0
        return self._note_failure(answer.detail, answer.outcome)

    def _note_moved(self, answer: Answer) -> None:
        self._pace.note(answer.moved_bytes, time.monotonic())
        if answer.server_ms:
            self._correct_clock(answer.server_ms)

    def _note_pause(self, pause_s: float) -> float:
        if pause_s >= PACE_WORTH_TELLING_S and self._state.waiting:
            why = f"at most {self._rate_kbps} kbit/s may be used here"
            self._tell(replace(self._state, why=why, reason=RATE))
        return pause_s

    def _note_fork(self) -> float:
        # The outbox goes on under a new incarnation at once; a hub that forks again and again is no hub.
        failures = self._state.failures + 1
        why = "the hub knew this device's numbers from another one"
        self._tell(replace(self._state, failures=failures, why=why, reason=Outcome.FORK))
        return 0.0 if failures < FORKS_AT_ONCE else delay_s(failures, self._chance)

    def _note_failure(self, why: str, reason: str) -> float:
        failures = self._state.failures + 1
        self._tell(replace(self._state, failures=failures, why=why, reason=str(reason)))
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
