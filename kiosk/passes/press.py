"""Prints passes one after the other on a thread of its own, and leaves nothing of any of them behind.

No visitor waits for it, and no paper waits for the next visitor: what has not begun to print when its visitor leaves, or
does not come out in time, is taken back.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue

from kiosk.model.errors import KioskError
from kiosk.passes.media import Medium
from kiosk.passes.printer import PaperState, Printer

logger = logging.getLogger(__name__)

PATIENCE_S = 45.0
"""A till's printer takes two seconds for a pass, an old ink printer half a minute."""
STUCK_S = 6.0
"""So long a printer may say that something holds it up: many say so while they only warm up."""
POLL_S = 0.25

PaperMaker = Callable[[Medium], bytes]
"""Draws the page for a paper, as a PDF, on the press's thread."""


class PassPaper:
    """One paper that a visitor wished for; ``done`` is called once, on the press's thread, with None or what went wrong."""

    def __init__(self, make: PaperMaker, done: Callable[[KioskError | None], None]) -> None:
        self.make = make
        self.done = done
        self.is_left = threading.Event()


class Press:
    """Lives as long as the guide; from any thread. Nothing is asked of the printer before :meth:`start` or the first paper."""

    def __init__(self, printer: Printer, report: Callable[[KioskError], None]) -> None:
        self._printer = printer
        self._report = report
        self._wishes: SimpleQueue[PassPaper | None] = SimpleQueue()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="pass-printing")
        self._newest: PassPaper | None = None

    def start(self) -> None:
        """Begin, and remove what a guide that was killed while printing left; once."""
        if not self._thread.is_alive() and not self._closing.is_set():
            self._thread.start()

    def put(self, paper: PassPaper) -> None:
        """Print a paper when those before it are done with."""
        self.start()
        self._newest = paper
        self._wishes.put(paper)

    def let_go(self) -> None:
        """The visitor is gone: what has not begun to print is taken back."""
        if self._newest is not None:
            self._newest.is_left.set()
            self._newest = None

    def close(self) -> None:
        """Take back what has not begun to print, and end; waits for an answer of the printer's at most."""
        self._closing.set()
        self._wishes.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        with suppress(KioskError):  # told when somebody wants a paper
            if swept := self._printer.sweep():
                logger.info("%d papers of an earlier start were removed from the printer's list", swept)
        while not self._closing.is_set() and (paper := self._wishes.get()) is not None:
            self._print(paper)

    def _print(self, paper: PassPaper) -> None:
        problem = None
        try:
            self._bring_out(paper)
        except KioskError as error:
            problem = error
            self._report(error)
        paper.done(problem)

    def _bring_out(self, paper: PassPaper) -> None:
        look = self._printer.look()
        page = paper.make(look.medium)
        if self._is_over(paper):
            return
        number = self._printer.send(page, look.medium)
        del page
        try:
            self._follow(number, paper)
        finally:
            self._remove(number)

    def _follow(self, number: int, paper: PassPaper) -> None:
        """Return when the paper lies there, or nobody wants it any more."""
        begun = moving = time.monotonic()
        while True:
            look = self._printer.follow(number)
            now = time.monotonic()
            if look.state is PaperState.DONE:
                return
            if self._closing.is_set() or (look.state is PaperState.WAITING and paper.is_left.is_set()):
                return
            if not look.hindrance:
                moving = now
            if look.state is PaperState.FAILED or now - moving > STUCK_S or now - begun > PATIENCE_S:
                raise _not_printed(look.hindrance or _say(look.state))
            self._closing.wait(POLL_S)

    def _is_over(self, paper: PassPaper) -> bool:
        return self._closing.is_set() or paper.is_left.is_set()

    def _remove(self, number: int) -> None:
        try:
            self._printer.remove(number)
        except KioskError as error:
            self._report(error)


def _say(state: PaperState) -> str:
    return "the printing system gave it up" if state is PaperState.FAILED else "it did not come out in time"


def _not_printed(why: str) -> KioskError:
    return KioskError(
        "The pass was not printed",
        thing="printer",
        found=why,
        remedy="See to the printer (paper, cover, switch); lpstat -p and CUPS' error_log say more",
        code="passes.paper-not-printed",
    )
