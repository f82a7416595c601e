"""When a visitor has gone: 90 s without attention, then "still there?", then 20 s more.

A pure state machine: times are arguments (CLOCK_BOOTTIME ms). It never asks while a narration is
being heard. Who asks also closes the stop (``visit.close_stop("idle")``).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

IDLE_AFTER_MS: Final = 90_000
ASK_FOR_MS: Final = 20_000


class Step(StrEnum):
    """What the passing of time asks for."""

    ASK = "ask"  # show "still there?"; the stop closes
    END = "end"  # nobody answered: the visit ends


class IdleWatch:
    """Follows attention from ``now_ms`` on.

    Attributes:
        asking: Whether "still there?" is on screen.
    """

    def __init__(
        self, now_ms: int, *, idle_after_ms: int = IDLE_AFTER_MS, ask_for_ms: int = ASK_FOR_MS
    ) -> None:
        self.asking = False
        self._idle_after_ms = idle_after_ms
        self._ask_for_ms = ask_for_ms
        self._attended_ms = now_ms
        self._asked_ms = 0

    def touched(self, now_ms: int) -> bool:
        """Take a touch; returns True where it answers "still there?"."""
        answered = self.asking
        self.asking = False
        self._attended_ms = max(self._attended_ms, now_ms)
        return answered

    def asks_in_ms(self, now_ms: int) -> int:
        """Return how many ms are left until it asks (while asking: until the visit ends); 0 when due."""
        since_ms, for_ms = (
            (self._asked_ms, self._ask_for_ms) if self.asking else (self._attended_ms, self._idle_after_ms)
        )
        return max(0, since_ms + for_ms - now_ms)

    def tick(self, now_ms: int, *, heard: bool = False) -> Step | None:
        """Take the passing of time and return what is due at ``now_ms``, once.

        ``heard`` says that a narration is being heard at this moment, or that the device is being carried along. The question stays for its full
        time even after a sleep: it counts from when it could be seen.
        """
        if heard and not self.asking:
            self._attended_ms = max(self._attended_ms, now_ms)
        if self.asks_in_ms(now_ms) > 0:
            return None
        if self.asking:
            return Step.END
        self.asking = True
        self._asked_ms = now_ms
        return Step.ASK
