"""The operator's pass keys as the screens ask for them: of the keys that the hub or staff have brought."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.app.ticket_keys import KeyShelf
from kiosk.model.errors import KioskError


class PassKeys:
    """Called, it gives the numbers and secrets of the pass keys, the newest first; none where there are none."""

    def __init__(self, shelf: KeyShelf, report: Callable[[KioskError], None]) -> None:
        self._shelf = shelf
        self._report = report
        self._has_told = False

    def __call__(self) -> Sequence[tuple[int, bytes]]:
        """Return the keys; what is wrong with their file is told to staff, once."""
        try:
            return tuple((key.key_id, key.secret) for key in self._shelf.read().passes)
        except KioskError as error:
            if not self._has_told:
                self._has_told = True
                self._report(error)
            return ()
