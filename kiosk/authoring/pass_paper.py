"""Draws a visit pass on paper: its code, large enough for arm's length, and in words what is in it. Nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_card import draw_code
from kiosk.authoring.label_code import QUIET_MODULES, LabelCode, find_module_mm, make_label_code
from kiosk.authoring.label_lettering import Lettering, Side
from kiosk.model.language import is_right_to_left
from kiosk.passes.code import fit_pass, format_pass, shorten_pass
from kiosk.passes.media import Medium
from kiosk.passes.visit_pass import VisitPass

if TYPE_CHECKING:
    from kiosk.authoring.label_pdf import PdfCanvas

ARM_M: Final = 0.4
"""How far from a camera one holds a paper, so as to look at both."""
DOT_MM: Final = 0.125
"""Of a till's printer, 203 to the inch; a module of whole dots is as wide everywhere."""
_LARGEST_MODULE_MM: Final = 1.25
_WIDEST_COLUMN_MM: Final = 110.0
_SHEET_EDGE_MM: Final = 9.0
_RECEIPT_EDGE_MM: Final = 5.0
"""What a till's printer leaves white on each side of its paper."""
_FOOT_MM: Final = 4.0
_GAP_MM: Final = 2.0
_SMALLER: Final = (1.0, 0.9, 0.8, 0.7)


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What the paper says, in the visitor's language.

    Attributes:
        language: A BCP 47 tag.
        title: What the paper is.
        above: What it is for.
        heading: Stands over what is in it.
        contents: What is in it, a line each, for the pass that is on the paper: a narrow one may hold fewer stops.
        below: When it ends, and what is not in it.
    """

    language: str
    title: str
    above: str
    heading: str
    contents: Callable[[VisitPass], tuple[str, ...]]
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """Where things stand: the column of words, the largest a code may be, with its white border and without."""

    column: Box
    border_mm: float
    is_receipt: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph: its words, the size of its letters in mm, the white over it."""

    text: str
    size_mm: float
    gap_mm: float
    is_bold: bool = False


def draw_pass(held: VisitPass, key: tuple[int, bytes], words: PaperWords, medium: Medium) -> bytes:
    """Return the page as a PDF, made in memory and of the paper's size.

    Where a paper is too narrow for all that the pass holds, the oldest sites are left out, then stops, until the code is
    read from arm's length.
    """
    from kiosk.authoring.label_pdf import draw_in_memory

    def draw(canvas: PdfCanvas) -> None:
        _Drawing(canvas, words, _lay_out(medium)).draw(held, key)

    # No title and no name of a program: the paper's own words are all it says.
    return draw_in_memory("", (medium.width_mm, medium.height_mm), draw)


def _lay_out(medium: Medium) -> _Page:
    edge = _RECEIPT_EDGE_MM if medium.is_receipt else _SHEET_EDGE_MM
    width = min(medium.width_mm - 2 * edge, _WIDEST_COLUMN_MM)
    column = Box((medium.width_mm - width) / 2, edge, width, medium.height_mm - edge - _FOOT_MM)
    # The white border of the code may lie where the printer cannot print.
    return _Page(column, min(medium.width_mm - 2.0, width + 2 * edge), medium.is_receipt)


class _Drawing:
    """Draws one pass from the top of its page downwards."""

    def __init__(self, canvas: PdfCanvas, words: PaperWords, page: _Page) -> None:
        self._canvas = canvas
        self._words = words
        self._page = page
        self._side = Side.RIGHT if is_right_to_left(words.language) else Side.LEFT
        # Letters as large as a book's on a receipt, larger where there is room.
        self._letter_mm = min(4.4, max(3.3, page.column.width / 24))

    def draw(self, held: VisitPass, key: tuple[int, bytes]) -> None:
        column = self._page.column
        code, held, lines, split = self._fit(held, key)
        at = self._write(lines[:split], column.top) + _GAP_MM
        module_mm = _choose_module(code, self._room_mm(lines), self._page)
        side = code.across * module_mm
        box = Box(column.left + (column.width - side) / 2, at, side, side)
        draw_code(self._canvas, box, code, module_mm)
        self._write(lines[split:], box.bottom)

    def _fit(self, held: VisitPass, key: tuple[int, bytes]) -> tuple[LabelCode, VisitPass, list[_Line], int]:
        """Return the code that is read from arm's length, what it holds, and the words beside it in a size that fits."""
        held = fit_pass(held)
        while True:
            code = make_label_code(format_pass(held, *key), "m")
            for smaller in _SMALLER:
                lines, split = self._set(held, smaller)
                if _least_side_mm(code) <= self._room_mm(lines) and _fits_across(code, self._page):
                    return code, held, lines, split
            if not held.sites:
                return code, held, lines, split
            held = shorten_pass(held)

    def _set(self, held: VisitPass, smaller: float) -> tuple[list[_Line], int]:
        """Return all paragraphs, and how many of them stand over the code."""
        words, letter = self._words, self._letter_mm * smaller
        above = [_Line(words.title, letter * 1.5, 0, is_bold=True), _Line(words.above, letter, letter * 0.4)]
        contents = [_Line(line, letter, letter * 0.15) for line in words.contents(held)]
        below = [_Line(line, letter * 0.88, letter * 0.5) for line in words.below]
        return [*above, _Line(words.heading, letter, _GAP_MM, is_bold=True), *contents, *below], len(above)

    def _room_mm(self, lines: list[_Line]) -> float:
        """Return how high a code may be beside these words."""
        words_mm = sum(line.gap_mm + self._measure(line) for line in lines)
        return self._page.column.height - words_mm - 2 * _GAP_MM

    def _measure(self, line: _Line) -> float:
        return self._canvas.measure(line.text, self._page.column.width, self._lettering(line))[1]

    def _write(self, lines: list[_Line], top: float) -> float:
        column = self._page.column
        for line in lines:
            top += line.gap_mm
            height = self._measure(line)
            self._canvas.write(line.text, Box(column.left, top, column.width, height), self._lettering(line))
            top += height
        return top

    def _lettering(self, line: _Line) -> Lettering:
        return Lettering(line.size_mm, self._words.language, is_bold=line.is_bold, side=self._side)


def _least_module_mm() -> float:
    """Return the smallest module that is read from arm's length, in whole dots."""
    return ceil(find_module_mm(ARM_M) / DOT_MM) * DOT_MM


def _least_side_mm(code: LabelCode) -> float:
    return code.across * _least_module_mm()


def _fits_across(code: LabelCode, page: _Page) -> bool:
    return _widest_module_mm(code, page) >= _least_module_mm()


def _widest_module_mm(code: LabelCode, page: _Page) -> float:
    return min(page.column.width / (code.across - 2 * QUIET_MODULES), page.border_mm / code.across)


def _choose_module(code: LabelCode, room_mm: float, page: _Page) -> float:
    module_mm = min(_LARGEST_MODULE_MM, _widest_module_mm(code, page), room_mm / code.across)
    return max(_whole_dots(module_mm), 2 * DOT_MM)


def _whole_dots(length_mm: float) -> float:
    return int(length_mm / DOT_MM + 1e-6) * DOT_MM
