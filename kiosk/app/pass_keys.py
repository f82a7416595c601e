"""The operator's pass keys as the screens ask for them: read when first asked, and again when others came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.model.errors import KioskError


class PassKeys:
    """Called, it gives the numbers and secrets of the pass keys, the newest first; none where there are none."""

    def __init__(self, folder: Path, report: Callable[[KioskError], None]) -> None:
        self._folder = folder
        self._report = report
        self._changed_ns: int | None = None
        self._keys: tuple[tuple[int, bytes], ...] = ()

    def __call__(self) -> Sequence[tuple[int, bytes]]:
        """Return the keys; what is wrong with their file is told to staff, once."""
        changed_ns = self._find_change()
        if changed_ns != self._changed_ns:
            self._changed_ns = changed_ns
            self._keys = self._read() if changed_ns is not None else ()
        return self._keys

    def _find_change(self) -> int | None:
        from kiosk.seals.paper_keys import PLACE

        try:
            return (self._folder / PLACE).stat().st_mtime_ns
        except OSError:
            return None

    def _read(self) -> tuple[tuple[int, bytes], ...]:
        from kiosk.seals.paper_keys import load_paper_keys

        try:
            return tuple((key.key_id, key.secret) for key in load_paper_keys(self._folder).passes)
        except KioskError as error:
            self._report(error)
            return ()
