"""Facts on their way out: the outbox opened only when something joins it, and the thread that sends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.seals.places import ENROLMENT

if TYPE_CHECKING:
    from kiosk.sync.client import SyncClient
    from kiosk.sync.errand import Errand
    from kiosk.sync.outbox import Outbox
    from kiosk.sync.state import SyncState


class Sending:
    """The way from folded visits to the hub: the one in the settings, or where the device is enrolled.

    Without either, facts wait here.
    """

    def __init__(
        self,
        folder: Path,
        device: str,
        hub: str,
        correct_clock: Callable[[int], None],
        listener: Callable[[SyncState], None] = lambda _state: None,
        *,
        rate_kbps: int = 0,
    ) -> None:
        self._folder = folder
        self._path = folder / "outbox.db"
        self._rate_kbps = rate_kbps
        self._errands = ExitStack()
        self._was_refused = False
        self._enrolled_at = 0
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
        """Begin to send, where there is a hub; call it again when there may be one. It loads the network's libraries.

        Raises:
            KioskError: ``sync.*`` when the address is no address or the outbox cannot be opened.
        """
        if self._client is not None:
            self._hurry_if_enrolled_anew()
            return
        if self._was_refused:
            return
        if not (self._hub or (self._folder / ENROLMENT).exists()):
            return
        from kiosk.sync.client import SyncClient
        from kiosk.sync.hub_address import parse_hub_address
        from kiosk.sync.hub_door import HubDoor

        self._was_refused = True  # said once, and not at each look
        if self._hub:
            parse_hub_address(self._hub)
        self._client = SyncClient(
            self._opened(),
            HubDoor(self._folder, self._hub),
            make_errands=self._make_errands,
            rate_kbps=self._rate_kbps,
            listener=self._make_listener(),
            correct_clock=self._correct_clock,
        )
        self._was_refused = False
        self._enrolled_at = self._read_enrolled_at()
        self._client.start()

    def hurry(self) -> None:
        """Try now: staff have brought a network, or enrolled the device."""
        if self._client is not None:
            self._client.hurry()

    def close(self) -> None:
        """Stop sending, within 200 ms; what was not acknowledged stays."""
        if self._client is not None:
            self._client.stop()
            self._client = None
        self._errands.close()
        with self._guard:
            if self._outbox is not None:
                self._outbox.close()
                self._outbox = None

    def _hurry_if_enrolled_anew(self) -> None:
        """Do not wait for the next try, five minutes at most, where staff have just mended what was in the way."""
        enrolled_at = self._read_enrolled_at()
        if enrolled_at != self._enrolled_at:
            self._enrolled_at = enrolled_at
            self.hurry()

    def _read_enrolled_at(self) -> int:
        try:
            return (self._folder / ENROLMENT).stat().st_mtime_ns
        except OSError:
            return 0

    def _make_errands(self) -> Sequence[Errand]:
        """Return what an enrolled device does at its hub. On the sending thread."""
        from kiosk.app.fleet import make_errands

        return make_errands(self._folder, self._opened(), self._errands)

    def _make_listener(self) -> Callable[[SyncState], None]:
        from kiosk.sync.last_tries import TriesKeeper

        keeper = TriesKeeper(self._folder)

        def take(state: SyncState) -> None:
            keeper.take(state)
            self._listener(state)

        return take

    def _opened(self) -> Outbox:
        with self._guard:
            if self._outbox is None:
                from kiosk.sync.outbox import Outbox

                self._outbox = Outbox(self._path, self._device)
            return self._outbox
