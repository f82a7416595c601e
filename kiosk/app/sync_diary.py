"""When the hub was reached and when it was lost, noted for staff: each change once, not each try."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from kiosk.sync.client import SyncState

logger = logging.getLogger(__name__)


class SyncDiary(QObject):
    """Takes the sending thread's states and notes the changes on the thread it was made on.

    Args:
        note: Is given the outcome, ``acknowledged`` or ``failed``, and how many facts were acknowledged
            since the last note.
    """

    _told = Signal(object)

    def __init__(self, note: Callable[[str, int], None]) -> None:
        super().__init__()
        self._note: Callable[[str, int], None] | None = note
        self._outcome = ""
        self._noted_facts = 0
        self._told.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def take(self, state: SyncState) -> None:
        """Take a state, on any thread."""
        self._told.emit(state)

    def close(self) -> None:
        """Note nothing any more; what is still on its way is dropped."""
        self._note = None

    @Slot(object)
    def _take(self, state: SyncState) -> None:
        outcome = "failed" if state.failures else "acknowledged" if state.last_success_ms else ""
        if self._note is None or outcome in ("", self._outcome):
            return
        if outcome == "failed":
            logger.warning("The hub was not reached: %s; %d facts wait", state.why, state.waiting)
        self._outcome = outcome
        self._note(outcome, state.sent - self._noted_facts)
        self._noted_facts = state.sent
