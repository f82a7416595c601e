"""What staff may know of the way to the hub, while the guide runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

RATE: Final = "rate-limit"
DISK: Final = "disk"
NO_HUB: Final = "no-hub"


@dataclass(frozen=True, slots=True)
class SyncState:
    """What staff may know.

    ``waiting`` facts, the oldest ``waiting_since_ms`` (wall clock, UTC ms, None for none);
    ``last_success_ms`` and ``next_try_ms`` likewise (None: never, or as soon as something waits);
    ``failures`` in a row and ``why`` in words ("" where all is well); ``sent`` facts acknowledged since
    the start; ``reason`` is why in one word: an :class:`~kiosk.sync.outcome.Outcome`, ``rate-limit``, ``disk``, or "".
    """

    waiting: int = 0
    waiting_since_ms: int | None = None
    last_success_ms: int | None = None
    next_try_ms: int | None = None
    failures: int = 0
    why: str = ""
    sent: int = 0
    reason: str = ""
