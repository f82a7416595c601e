"""A sheet of tickets to print: each with its QR code, its code in letters and its days, every QR code read back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_card import draw_code
from kiosk.authoring.label_code import LabelCode, fit_module_mm, make_label_code
from kiosk.authoring.label_lettering import Lettering, Side, write_line
from kiosk.authoring.label_marks import draw_cutting_marks
from kiosk.authoring.label_papers import LabelPaper
from kiosk.authoring.label_pdf import PdfCanvas, refuse_to_write, render_pages
from kiosk.authoring.label_sheet import written_whole
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

TICKETS: Final = LabelPaper("tickets", (210.0, 297.0), (95.0, 54.0), 2, 5, edge_mm=3.0, is_cut=True)
"""Ten to an A4 page, to cut out."""

# The camera of a tablet with a fixed focus, 25 cm away, needs 0.53 mm (docs/adr/0106); a good one less.
LEAST_MODULE_MM: Final = 0.45
_RENDERED_MODULE_PX: Final = 5.0
_LEAST_WORDS_MM: Final = 28.0


@dataclass(frozen=True, slots=True)
class PrintedTicket:
    """What stands on one ticket.

    Attributes:
        site: Whose it is, as visitors know it.
        words: What was sold, in the seller's words; "" for nothing.
        days: On which days it is good.
        people: For how many it is.
        code: Its 17 symbols in groups.
        text: What its QR code says.
        language: The language of ``site`` and ``words``, a tag; "" where nobody said.
    """

    site: str
    words: str
    days: str
    people: str
    code: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the parts of a ticket stand on it."""

    code: Box
    words: Box
    module_mm: float


def write_ticket_sheet(tickets: Sequence[PrintedTicket], out: Path, paper: LabelPaper = TICKETS) -> int:
    """Write tickets to the PDF ``out``, once each code has been read from its pages; return how many pages.

    Raises:
        KioskError: ``authoring.label-too-small`` where the paper has no room for the codes,
            ``authoring.label-unreadable`` or ``authoring.sheet-not-written``.
    """
    codes = [make_label_code(ticket.text, "m") for ticket in tickets]
    layout = _lay_out(paper, max(code.across for code in codes))
    with written_whole(out) as partial:
        pages = _draw(partial, out.stem, tickets, codes, paper, layout)
        _prove(partial, tickets, paper, layout)
    return pages


def _lay_out(paper: LabelPaper, across: int) -> _Layout:
    width, height = (side - 2 * paper.edge_mm for side in paper.label_mm)
    module_mm = fit_module_mm(min(height, width - _LEAST_WORDS_MM), across)
    if module_mm < LEAST_MODULE_MM:
        raise KioskError(
            "No sheet was written",
            thing=f"paper {paper.name}",
            expected=f"room for codes of {across * LEAST_MODULE_MM:.0f} mm and {_LEAST_WORDS_MM:.0f} mm of words beside them",
            found=f"{width:.0f} x {height:.0f} mm",
            remedy="take a larger paper",
            code="authoring.label-too-small",
        )
    side = module_mm * across
    left = paper.edge_mm + side
    words = Box(left, paper.edge_mm, paper.label_mm[0] - paper.edge_mm - left, height)
    return _Layout(Box(paper.edge_mm, paper.edge_mm + (height - side) / 2, side, side), words, module_mm)


def _draw(
    path: Path,
    title: str,
    tickets: Sequence[PrintedTicket],
    codes: Sequence[LabelCode],
    paper: LabelPaper,
    layout: _Layout,
) -> int:
    pages = 0
    with PdfCanvas(path, title, paper.page_mm) as canvas:
        for place, (ticket, code) in enumerate(zip(tickets, codes, strict=True)):
            if place % paper.a_page == 0:
                pages += 1
                canvas.new_page()
                if paper.is_cut:
                    draw_cutting_marks(canvas, paper)
            at = paper.find_box(place)
            draw_code(canvas, layout.code.moved(at.left, at.top), code, layout.module_mm)
            _write(canvas, layout.words.moved(at.left, at.top), ticket)
    return pages


def _write(canvas: PdfCanvas, box: Box, ticket: PrintedTicket) -> None:
    """Write the lines of a ticket below one another, what visitors need first as large as there is room."""
    groups = ticket.code.split("-")
    lines = (
        (ticket.site, 0.15, Lettering(0, ticket.language, is_bold=True, side=Side.LEFT)),
        (ticket.words, 0.13, Lettering(0, ticket.language, side=Side.LEFT)),
        (ticket.days, 0.13, Lettering(0, side=Side.LEFT)),
        (ticket.people, 0.13, Lettering(0, side=Side.LEFT)),
        ("-".join((*groups[:2], "")), 0.19, Lettering(0, is_bold=True, side=Side.LEFT)),
        ("-".join(groups[2:]), 0.19, Lettering(0, is_bold=True, side=Side.LEFT)),
    )
    top = box.top
    for text, share, lettering in lines:
        height = box.height * share
        if text:
            size = Lettering(height * 0.66, lettering.language, lettering.is_bold, side=Side.LEFT)
            write_line(canvas, Box(box.left, top, box.width, height), text, size)
        top += height


def _prove(pdf: Path, tickets: Sequence[PrintedTicket], paper: LabelPaper, layout: _Layout) -> None:
    """Read each code at its own place on the rendered pages."""
    from kiosk.scanning.zxing_reader import ZxingReader

    reader = ZxingReader()
    dots_per_inch = _RENDERED_MODULE_PX * 25.4 / layout.module_mm
    proved = 0
    for number, page in enumerate(render_pages(pdf, dots_per_inch)):
        shown = tickets[number * paper.a_page : (number + 1) * paper.a_page]
        for place, ticket in enumerate(shown):
            view = _crop(page, paper.find_box(place), dots_per_inch / 25.4)
            if ticket.text not in [read.text for read in reader.read(view)]:
                raise _unreadable(number + 1, place + 1)
            proved += 1
    if proved < len(tickets):
        raise refuse_to_write(pdf, f"{len(tickets) - proved} tickets were not found on its pages")


def _crop(page: Plane, box: Box, px_per_mm: float) -> Plane:
    import numpy as np

    left, top, right, bottom = (
        max(0, round(edge * px_per_mm)) for edge in (box.left, box.top, box.right, box.bottom)
    )
    return np.ascontiguousarray(page[top:bottom, left:right])


def _unreadable(page: int, place: int) -> KioskError:
    return KioskError(
        "The sheet was not written",
        thing=f"page {page}, ticket {place}",
        expected="every code to be read back from the page",
        found="one that was not",
        remedy="take a larger paper: its codes have larger modules",
        code="authoring.label-unreadable",
    )
