"""What an enrolled device does at its hub besides delivering facts: now and then, and never in their way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from kiosk.sync.outcome import Answer

if TYPE_CHECKING:
    from kiosk.sync.exchange import Exchange

RETRY_S: Final = 60.0
"""How long an errand that failed is not due: what facts there are go first."""


class Errand(Protocol):
    """One thing to do. Used on the sending thread."""

    def is_due(self, now_s: float) -> bool:
        """Tell whether it is time; ``now_s`` is monotonic."""
        ...

    def run(self, exchange: Exchange, now_s: float) -> Answer:
        """Do it, and return how it went; however it went, it is not due again at once for the same thing.

        Raises:
            KioskError: This device's disk did not do its part.
        """
        ...
