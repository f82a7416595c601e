"""Whether the visitor stands at a stop: entered and left by different measures, so that no border flaps. Pure."""

from __future__ import annotations

from dataclasses import dataclass

ENTER_CHANCE, ENTER_MS = 0.55, 2_000
"""At a stop: more likely than not within its circle, for so long; one fix alone never says so."""

LEAVE_CHANCE, LEAVE_MS = 0.15, 4_000
"""Away from it again: most unlikely within, for so long. Errors drift by metres a minute and must not count as walking."""

SURE_CHANCE, SETTLED_MS = 0.8, 6_000
"""Settled: surely within its circle, all the while; whoever passes is at a stop for a few seconds only. Of 400 stays of a
minute (``./run bench place``) 0.6 settles at 3 stops where nobody is in a walled court, 0.8 at none, and at 96 of 100 true
ones under trees; 0.9 only loses true ones."""


@dataclass(slots=True)
class Presence:
    """How it stands with one stop.

    Attributes:
        is_here: Whether the visitor stands at it.
        has_settled: Whether they surely have for a while, so that it may open by itself.
    """

    is_here: bool = False
    has_settled: bool = False
    _sure_since_ms: int | None = None
    _changing_since_ms: int | None = None

    def take(self, chance: float, at_ms: int) -> bool:
        """Take the chance (0 to 1) of being within the stop's circle now; return whether ``is_here`` changed."""
        self._settle(chance, at_ms)
        is_leaning = chance < LEAVE_CHANCE if self.is_here else chance >= ENTER_CHANCE
        if not is_leaning:
            self._changing_since_ms = None
            return False
        if self._changing_since_ms is None or at_ms < self._changing_since_ms:
            self._changing_since_ms = at_ms
        if at_ms - self._changing_since_ms < (LEAVE_MS if self.is_here else ENTER_MS):
            return False
        self.is_here = not self.is_here
        self._changing_since_ms = None
        return True

    def pause(self) -> None:
        """Nothing is known for a while: what was about to change has to show anew."""
        self.has_settled = False
        self._sure_since_ms = self._changing_since_ms = None

    def leave(self) -> bool:
        """Be away at once: the visitor was found elsewhere. Return whether ``is_here`` changed."""
        was_here = self.is_here
        self.is_here = False
        self.pause()
        return was_here

    def _settle(self, chance: float, at_ms: int) -> None:
        if chance < SURE_CHANCE:
            self._sure_since_ms = None
        elif self._sure_since_ms is None or at_ms < self._sure_since_ms:
            self._sure_since_ms = at_ms
        self.has_settled = self._sure_since_ms is not None and at_ms - self._sure_since_ms >= SETTLED_MS
