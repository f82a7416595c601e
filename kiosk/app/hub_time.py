"""The hub's time goes two ways: to this boot's clock, and to what the expiry of signatures is measured by."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.store import PackStore

NOTED_AGAIN_AFTER = timedelta(days=1)
# What a date can hold; the packs' room says what may be believed.
LATEST_MS = 253_000_000_000_000


class HubTime:
    """Takes the hub's time on the sending thread, at each answer."""

    def __init__(self, data_folder: Path, correct_clock: Callable[[int], None]) -> None:
        self._data_folder = data_folder
        self._correct_clock = correct_clock
        self._noted_at = datetime.min.replace(tzinfo=UTC)

    def take(self, server_ms: int) -> None:
        """Correct the clock, and once a day remember the time (UTC, ms since 1970) for the packs' trust."""
        self._correct_clock(server_ms)
        at = datetime.fromtimestamp(min(max(server_ms, 0), LATEST_MS) / 1000, UTC)
        if at - self._noted_at < NOTED_AGAIN_AFTER:
            return
        self._noted_at = at
        # A disk that cannot be written is told elsewhere, and an install may be going on: another day will do.
        with suppress(KioskError), closing(PackStore(self._data_folder)) as store:
            store.trust.note_hub_time(at)
