"""A printer that does what a test says: prints, waits, jams, or is not there. Papers lie in a folder."""

from __future__ import annotations

from pathlib import Path

from kiosk.app.rehearsal.folder_printer import RECEIPT, FolderPrinter
from kiosk.model.errors import KioskError
from kiosk.passes.media import Medium
from kiosk.passes.printer import PaperLook, PaperState, PrinterLook


class FakePrinter(FolderPrinter):
    """Papers lie in the folder once they are printed, and in ``spool`` until then.

    Attributes:
        state: Where papers stay: set DONE to let them out.
        hindrance: What holds them up.
        problem: Raised by whatever is asked.
        spool: What waits, by number.
        swept: How often somebody looked for what was left.
    """

    def __init__(self, folder: Path, medium: Medium = RECEIPT) -> None:
        super().__init__(folder, medium)
        self.state = PaperState.DONE
        self.hindrance = ""
        self.problem: KioskError | None = None
        self.spool: dict[int, tuple[bytes, Medium]] = {}
        self.removed: list[int] = []
        self.swept = 0
        self._number = 0

    def look(self) -> PrinterLook:
        self._fail()
        return super().look()

    def send(self, pdf: bytes, medium: Medium) -> int:
        self._fail()
        self._number += 1
        self.spool[self._number] = pdf, medium
        return self._number

    def follow(self, paper: int) -> PaperLook:
        self._fail()
        if self.state is PaperState.DONE and paper in self.spool:
            super().send(*self.spool[paper])
        return PaperLook(self.state, self.hindrance)

    def remove(self, paper: int) -> None:
        self.removed.append(paper)
        self.spool.pop(paper, None)

    def sweep(self) -> int:
        self.swept += 1
        left = len(self.spool)
        self.spool.clear()
        return left

    def _fail(self) -> None:
        if self.problem is not None:
            raise self.problem
