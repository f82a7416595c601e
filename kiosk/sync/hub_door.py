"""The way to this device's hub, made anew when the device was enrolled elsewhere meanwhile: by staff, in another process."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.seals.places import DEVICE_KEYS, ENROLMENT

if TYPE_CHECKING:
    from kiosk.sync.exchange import Exchange

_Stamp = tuple[tuple[int, int, int], ...]


class HubDoor:
    """Gives the :class:`Exchange` with the hub that holds now. Used on the sending thread; :meth:`cut` from any.

    Args:
        data_folder: Where the enrolment and the keys are.
        hub: The hub's address in the settings; "" for the one at which the device is enrolled.
    """

    def __init__(self, data_folder: Path, hub: str = "") -> None:
        self._data_folder = data_folder
        self._hub = hub
        self._guard = threading.Lock()
        self._is_cut = False
        self._stamp: _Stamp | None = None
        self._exchange: Exchange | None = None

    def find_exchange(self) -> Exchange | None:
        """Return the way to the hub; None where none is set and the device is enrolled nowhere.

        Raises:
            KioskError: ``sync.hub-address``, ``sync.enrolment-damaged``, ``seals.keys-damaged``.
        """
        stamp = self._read_stamp()
        if stamp != self._stamp:
            # Only now: what signs takes a while to load, and this is the sending thread.
            from kiosk.sync.open_exchange import open_exchange

            made = open_exchange(self._data_folder, self._hub)
            with self._guard:
                self._exchange, self._stamp = made, stamp
                if self._is_cut and made is not None:
                    made.cut()
        return self._exchange

    def cut(self) -> None:
        """Break off a request under way; further ones fail at once."""
        with self._guard:
            self._is_cut = True
            if self._exchange is not None:
                self._exchange.cut()

    def _read_stamp(self) -> _Stamp:
        stamps = []
        for place in (ENROLMENT, DEVICE_KEYS):
            try:
                found = (self._data_folder / place).stat()
                stamps.append((found.st_ino, found.st_mtime_ns, found.st_size))
            except OSError:
                stamps.append((0, 0, 0))
        return tuple(stamps)
