"""The paper keys of this device, read anew when the hub or staff have brought others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.seals.places import PAPER_KEYS

if TYPE_CHECKING:
    from kiosk.seals.paper_keys import PaperKeys


class KeyShelf:
    """Reads ``seals/paper-keys.json`` of a data folder; quick where nothing changed, from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: tuple[tuple[int, int], PaperKeys] | None = None

    def read(self) -> PaperKeys:
        """Return the keys, none where there are none.

        Raises:
            KioskError: ``seals.paper-keys-damaged``.
        """
        from kiosk.seals.paper_keys import PaperKeys, load_paper_keys

        try:
            status = (self._folder / PAPER_KEYS).stat()
        except OSError:
            return PaperKeys()
        version, held = (status.st_mtime_ns, status.st_size), self._held
        if held is None or held[0] != version:
            held = self._held = (version, load_paper_keys(self._folder))
        return held[1]
