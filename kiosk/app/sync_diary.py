"""When the hub was reached and when it was lost, noted for staff: each change once, not each try."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.sync.state import SyncState

logger = logging.getLogger(__name__)


class SyncDiary:
    """Takes the sending thread's states, one after another, and notes the changes.

    Args:
        note: Is given the outcome, ``acknowledged`` or ``failed``, and how many facts were acknowledged
            since the last note.
    """

    def __init__(self, note: Callable[[str, int], None]) -> None:
        self._note = note
        self._outcome = ""
        self._noted_facts = 0

    def take(self, state: SyncState) -> None:
        """Take the newest state."""
        outcome = "failed" if state.failures else "acknowledged" if state.last_success_ms else ""
        if outcome in ("", self._outcome):
            return
        if outcome == "failed":
            logger.warning("The hub was not reached: %s; %d facts wait", state.why, state.waiting)
        self._outcome = outcome
        self._note(outcome, state.sent - self._noted_facts)
        self._noted_facts = state.sent
