"""A printer that needs no paper: each page is a PDF in a folder."""

from __future__ import annotations

from pathlib import Path

from kiosk.passes.media import Medium
from kiosk.passes.printer import PaperLook, PaperState, PrinterLook

RECEIPT = Medium("custom_80x200mm_80x200mm", 80.0, 200.0)


class FolderPrinter:
    """A :class:`kiosk.passes.printer.Printer` with one kind of paper in it.

    Attributes:
        printed: On what each page was printed, in their order.
    """

    def __init__(self, folder: Path, medium: Medium = RECEIPT) -> None:
        self._folder = folder
        self._medium = medium
        self.printed: list[Medium] = []

    def look(self) -> PrinterLook:
        """See Printer."""
        return PrinterLook("folder", self._medium)

    def send(self, pdf: bytes, medium: Medium) -> int:
        """Write the page where :meth:`find_page` finds it."""
        self.printed.append(medium)
        self._folder.mkdir(parents=True, exist_ok=True)
        self.find_page(len(self.printed)).write_bytes(pdf)
        return len(self.printed)

    def follow(self, paper: int) -> PaperLook:
        """See Printer."""
        return PaperLook(PaperState.DONE if self.find_page(paper).exists() else PaperState.FAILED)

    def remove(self, paper: int) -> None:
        """See Printer: what was printed lies in the tray, and nothing else was kept."""

    def sweep(self) -> int:
        """See Printer."""
        return 0

    def find_page(self, paper: int) -> Path:
        """Return where a paper lies."""
        return self._folder / f"paper-{paper}.pdf"
