"""What a printer is to a pass: one paper at a time, followed until it lies there, and nothing of it kept.

Everything blocks for some seconds at most and is called on the press's own thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from kiosk.passes.media import Medium

JOB_NAME = "Heritage Kiosk"
"""What the printer's list calls each paper: nothing of the visitor; what a guide that was killed left is known by it."""


class PaperState(Enum):
    """Where a paper is."""

    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PaperLook:
    """How a paper that was sent stands. ``hindrance`` says in words what holds it up, "" for nothing."""

    state: PaperState
    hindrance: str = ""


@dataclass(frozen=True, slots=True)
class PrinterLook:
    """A printer that can be printed with now: the ``name`` it is known by, and the paper it takes."""

    name: str
    medium: Medium


class Printer(Protocol):
    """Prints a PDF of one page."""

    def look(self) -> PrinterLook:
        """Return what there is to print with.

        Raises:
            KioskError: ``passes.printer-away`` without a spooler, ``passes.no-printer`` without that printer,
                ``passes.printer-stopped`` where it takes nothing, ``passes.no-paper`` without paper that a pass fits
                on, ``passes.printer-unclear`` where its answer is not understood.
        """
        ...

    def send(self, pdf: bytes, medium: Medium) -> int:
        """Have a page printed; return the paper's number.

        Raises:
            KioskError: ``passes.printer-away``, ``passes.printer-stopped``, ``passes.printer-unclear``.
        """
        ...

    def follow(self, paper: int) -> PaperLook:
        """Return how a paper stands.

        Raises:
            KioskError: As :meth:`send`.
        """
        ...

    def remove(self, paper: int) -> None:
        """Take a paper back where it is not printed yet, and leave nothing of it; one that is gone already is no fault.

        Raises:
            KioskError: As :meth:`send`.
        """
        ...

    def sweep(self) -> int:
        """Remove what an earlier guide left, and return how many papers that were.

        Raises:
            KioskError: As :meth:`send`.
        """
        ...
