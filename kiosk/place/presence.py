"""Whether the visitor stands at a stop: entered and left by different measures, so that no border flaps. Pure."""

from __future__ import annotations

from dataclasses import dataclass

ENTER_CHANCE, ENTER_MS = 0.55, 2_000
"""At a stop: more likely than not within its circle, for so long; one fix alone never says so."""

LEAVE_CHANCE, LEAVE_MS = 0.15, 4_000
"""Away from it again: most unlikely within, for so long. Errors drift by metres a minute and must not count as walking."""


@dataclass(slots=True)
class Presence:
    """How it stands with one stop.

    Attributes:
        is_here: Whether the visitor stands at it.
        since_ms: When they came to stand there, on the receiver's clock; None while they do not.
    """

    is_here: bool = False
    since_ms: int | None = None
    _changing_since_ms: int | None = None

    def take(self, chance: float, at_ms: int) -> bool:
        """Take the chance (0 to 1) of being within the stop's circle now; return whether ``is_here`` changed."""
        is_leaning = chance < LEAVE_CHANCE if self.is_here else chance >= ENTER_CHANCE
        if not is_leaning:
            self._changing_since_ms = None
            return False
        if self._changing_since_ms is None or at_ms < self._changing_since_ms:
            self._changing_since_ms = at_ms
        if at_ms - self._changing_since_ms < (LEAVE_MS if self.is_here else ENTER_MS):
            return False
        self.is_here = not self.is_here
        self.since_ms = at_ms if self.is_here else None
        self._changing_since_ms = None
        return True

    def leave(self) -> bool:
        """Be away at once: the visitor was found elsewhere. Return whether ``is_here`` changed."""
        was_here = self.is_here
        self.is_here, self.since_ms, self._changing_since_ms = False, None, None
        return was_here
