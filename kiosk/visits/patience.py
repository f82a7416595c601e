"""How long the interface may still wait for the disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

BUDGET_MS: Final = 80.0
REFILL_PER_MS: Final = 0.08


@dataclass(slots=True)
class Patience:
    """A bucket of 80 ms that refills by 80 ms a second.

    However many acts fall into one moment, together they wait at most 80 ms: the screen's answer
    waits for a healthy disk (well under 1 ms an act) and never stands still for a sick one.
    """

    left_ms: float = BUDGET_MS
    _seen_ms: float = 0.0

    def allowance_ms(self, now_ms: float) -> float:
        """Return how many ms may be waited at ``now_ms`` (0..80)."""
        refill_ms = max(0.0, now_ms - self._seen_ms) * REFILL_PER_MS
        self.left_ms = min(BUDGET_MS, self.left_ms + refill_ms)
        self._seen_ms = now_ms
        return self.left_ms

    def spend(self, waited_ms: float) -> None:
        """Note that ``waited_ms`` were waited."""
        self.left_ms = max(0.0, self.left_ms - waited_ms)
