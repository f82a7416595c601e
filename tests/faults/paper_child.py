"""A guide's press in a process of its own: ``python -m tests.faults.paper_child SOCKET [full|held]``.

With ``full`` no file can grow by a byte: what would be written to a disk fails. With ``held`` the printer is stopped once it
has been looked at, so that the paper waits.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.authoring.pass_paper import PaperWords, draw_pass
from kiosk.model.errors import KioskError
from kiosk.passes.cups_link import CupsLink
from kiosk.passes.cups_printer import CupsPrinter
from kiosk.passes.media import Medium
from kiosk.passes.press import PassPaper, Press
from kiosk.passes.visit_pass import VisitPass, add_visit

KEY = (1, b"k" * 32)
HELD = add_visit(VisitPass("en"), "qutb", 2_500, ["qutb/minar"])
WORDS = PaperWords("en", "Your visit pass", "", "In the pass", lambda _held: ("Stops seen: 1",), ())


def main(place: str, *words: str) -> None:
    """Print one pass, and say how it went."""
    application = QGuiApplication(["paper", "-platform", "offscreen"])
    if "full" in words:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    over = threading.Event()

    def done(problem: KioskError | None) -> None:
        print("printed" if problem is None else problem.code, flush=True)
        over.set()

    def make(medium: Medium) -> bytes:
        if "held" in words:
            subprocess.run(["cupsdisable", "receipt"], env=os.environ | {"CUPS_SERVER": place}, check=True)
        return draw_pass(HELD, KEY, WORDS, medium)

    press = Press(CupsPrinter("receipt", CupsLink(Path(place))), lambda _problem: None)
    press.put(PassPaper(make, done))
    over.wait()
    press.close()
    del application


if __name__ == "__main__":
    main(*sys.argv[1:])
