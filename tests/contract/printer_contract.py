"""What every printer of passes keeps to; the same checks for the stand-in and for a real CUPS."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Protocol

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_pdf import draw_in_memory, render_pages
from kiosk.passes.media import Medium
from kiosk.passes.printer import PaperState, Printer

PATIENCE_S = 15.0


class Stand(Protocol):
    """A printer that can be held."""

    printer: Printer

    @property
    def newest(self) -> Path:
        """The paper that came out last."""
        ...

    def hold(self) -> None:
        """Let nothing come out from now on."""
        ...

    def go_on(self) -> None:
        """Let papers come out again."""
        ...

    def count_kept(self) -> int:
        """Return how many papers something is still kept of."""
        ...


def make_page(medium: Medium) -> bytes:
    """Return a page with a black square, 20 mm from each edge of its top left corner and as wide."""
    size = (medium.width_mm, medium.height_mm)
    return draw_in_memory("", size, lambda canvas: canvas.fill(Box(20, 20, 20, 20)))


def wait_for(printer: Printer, paper: int, state: PaperState) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while printer.follow(paper).state is not state:
        assert time.monotonic() < deadline, f"not {state} in time"
        time.sleep(0.02)


def check_printing(stand: Stand) -> None:
    """A page comes out at its own size and place, and nothing of it is kept."""
    printer = stand.printer
    look = printer.look()
    assert look.name and abs(look.medium.width_mm - 80) < 0.1
    paper = printer.send(make_page(look.medium), look.medium)
    wait_for(printer, paper, PaperState.DONE)
    printer.remove(paper)
    printer.remove(paper)  # one that is gone is no fault
    assert stand.count_kept() == 0
    page = next(render_pages(stand.newest, 254))
    assert abs(page.shape[1] - 800) <= 1
    assert page[300, 300] == 0 and page[205, 205] == 0 and page[395, 395] == 0
    assert page[190, 190] == 255 and page[410, 410] == 255


def check_holding(stand: Stand) -> None:
    """What waits can be taken back, and what a guide that is gone left there is found."""
    printer = stand.printer
    medium = printer.look().medium
    stand.hold()
    paper = printer.send(make_page(medium), medium)
    wait_for(printer, paper, PaperState.WAITING)
    printer.remove(paper)
    assert stand.count_kept() == 0
    for _ in range(2):
        printer.send(make_page(medium), medium)
    assert printer.sweep() == 2
    assert stand.count_kept() == 0 and printer.sweep() == 0
    stand.go_on()
    check_printing(stand)
