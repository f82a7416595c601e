"""Facts on their way out: the outbox opened only when something joins it, and the thread that sends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.sync.client import SyncClient, SyncState
    from kiosk.sync.outbox import Outbox


class Sending:
    """The way from folded visits to the hub. With ``hub`` "" facts wait here until one is set."""

    def __init__(
        self,
        folder: Path,
        device: str,
        hub: str,
        correct_clock: Callable[[int], None],
        listener: Callable[[SyncState], None] = lambda _state: None,
    ) -> None:
        self._path = folder / "outbox.db"
        self._device = device
        self._hub = hub
        self._correct_clock = correct_clock
        self._listener = listener
        self._guard = threading.Lock()
        self._outbox: Outbox | None = None
        self._client: SyncClient | None = None

    @property
    def state(self) -> SyncState | None:
        """What the sending thread last knew; None while nothing is sent from here."""
        return self._client.state if self._client else None

    def accept(self, parcel: str, facts: Sequence[bytes]) -> None:
        """Take a parcel of facts durably and hurry the sending thread; see ``visits.handover.FactSink``."""
        self._opened().accept(parcel, facts)
        if self._client is not None:
            self._client.hurry()

    def start(self) -> None:
        """Begin to send, where a hub is set. Call it when the first screen is up: it loads the network's libraries.

        Raises:
            KioskError: ``sync.*`` when the address is no address or the outbox cannot be opened.
        """
        if not self._hub or self._client is not None:
            return
        from kiosk.sync.client import SyncClient
        from kiosk.sync.hub_address import parse_hub_address

        self._client = SyncClient(
            self._opened(),
            parse_hub_address(self._hub),
            listener=self._listener,
            correct_clock=self._correct_clock,
        )
        self._client.start()

    def close(self) -> None:
        """Stop sending, within 200 ms; what was not acknowledged stays."""
        if self._client is not None:
            self._client.stop()
            self._client = None
        with self._guard:
            if self._outbox is not None:
                self._outbox.close()
                self._outbox = None

    def _opened(self) -> Outbox:
        with self._guard:
            if self._outbox is None:
                from kiosk.sync.outbox import Outbox

                self._outbox = Outbox(self._path, self._device)
            return self._outbox
