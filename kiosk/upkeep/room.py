"""The room of the labels, made together: what visitors' reads tell, and what staff see and do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.upkeep.book import LabelBook
from kiosk.upkeep.label_notes import LabelNotes
from kiosk.upkeep.label_rounds import LabelRounds
from kiosk.upkeep.line import NoteLine
from kiosk.upkeep.site_days import LabelLibrary, SiteDays, WallClock


class Upkeep:
    """The labels of one device; lives on the interface thread. Nothing is opened before the first note.

    Attributes:
        notes: What the visitor's pages tell.
        rounds: What staff see and do.
    """

    def __init__(
        self,
        folder: Path,
        library: LabelLibrary,
        background: Background,
        read_boot_ms: Callable[[], int],
        read_wall_ms: WallClock,
        report: Callable[[KioskError], None],
    ) -> None:
        self._line = NoteLine(LabelBook(folder), background, report)
        days = SiteDays(library, read_wall_ms)
        self.notes = LabelNotes(self._line, library, days, read_boot_ms, report)
        self.rounds = LabelRounds(self._line, library, days)

    def close(self) -> None:
        """Write what still waits and let the file go; called while the background still stands."""
        self._line.close()
