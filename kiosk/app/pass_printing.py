"""The printer of a running guide, as the screens ask for it: what they are told comes on the interface thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError
from kiosk.passes.press import PaperMaker, PassPaper, Press

if TYPE_CHECKING:
    from kiosk.passes.printer import Printer


def choose_printer(wanted: str) -> Callable[[], Printer] | None:
    """Return what makes the printer that the settings name; None where visitors are offered no paper."""
    if not wanted:
        return None

    def make() -> Printer:
        from kiosk.passes.cups_printer import CupsPrinter

        return CupsPrinter(wanted)

    return make


class PassPrinting:
    """Lives on the interface thread.

    Args:
        printer: What is printed with; asked on a thread of its own only.
        ask: Has something done on the interface thread, from any thread.
        report: Is told there what staff should know.
    """

    def __init__(
        self,
        printer: Printer,
        ask: Callable[[Callable[[], None]], None],
        report: Callable[[KioskError], None],
    ) -> None:
        self._ask = ask
        self._press = Press(printer, lambda problem: ask(lambda: report(problem)))

    def start(self) -> None:
        """Remove what a guide that was killed while printing left."""
        self._press.start()

    def print_out(self, make: PaperMaker, done: Callable[[KioskError | None], None]) -> None:
        """Print a page when those before it are done with."""
        self._press.put(PassPaper(make, lambda problem: self._ask(lambda: done(problem))))

    def let_go(self) -> None:
        """Take back what has not begun to print: the visitor is gone."""
        self._press.let_go()

    def close(self) -> None:
        """End, and leave nothing at the printer."""
        self._press.close()
