"""Draws one label: its code, its number, its titles, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_code import DOT_MM, QUIET_MODULES, LabelCode
from kiosk.authoring.label_lettering import Lettering, write_line
from kiosk.authoring.label_titles import set_titles, write_titles

if TYPE_CHECKING:
    from kiosk.authoring.label_pdf import PdfCanvas
    from kiosk.authoring.label_plan import PlacedLabel

_NUMBER_SHARE = 0.74  # of its line: the figures' height and what the font has above and below them
_FOOT_GREY = 80
_MOST_SMALLER = 1.25  # the code in letters is set so much smaller at most, else left out


def draw_card(canvas: PdfCanvas, placed: PlacedLabel, module_mm: float) -> tuple[str, ...]:
    """Draw a label at its place; return the languages whose title is not there whole."""
    label, layout, box = placed.label, placed.layout, placed.box
    draw_code(canvas, find_code_box(placed), placed.code, module_mm)
    number, titles = (part.moved(box.left, box.top) for part in (layout.number, layout.titles))
    if label.number:
        lettering = Lettering(number.height * _NUMBER_SHARE, is_bold=True, side=layout.side)
        write_line(canvas, number, label.number, lettering)
    setting = set_titles(canvas, titles, label.titles, layout.side)
    foot = layout.foot.moved(box.left, box.top) if layout.foot is not None else None
    if foot is not None and setting.not_whole:
        # The titles are what visitors read: they take the foot's room, too.
        titles = Box(titles.left, titles.top, titles.width, foot.bottom - titles.top)
        setting = set_titles(canvas, titles, label.titles, layout.side)
    elif foot is not None:
        _write_foot(canvas, foot, placed, module_mm)
    write_titles(canvas, titles, setting)
    return setting.not_whole


def draw_code(canvas: PdfCanvas, box: Box, code: LabelCode, module_mm: float) -> None:
    """Draw the modules of ``code``, its quiet zone at the edge of ``box``."""
    for row, modules in enumerate(code.modules):
        top = box.top + (row + QUIET_MODULES) * module_mm
        for start, length in find_dark_runs(modules):
            left = box.left + (start + QUIET_MODULES) * module_mm
            canvas.fill(Box(left, top, length * module_mm, module_mm))


def find_code_box(placed: PlacedLabel) -> Box:
    """Return where a code stands on its page with its quiet zone, moved to the printer's dots."""
    box = placed.layout.code.moved(placed.box.left, placed.box.top)
    left, top = (round(edge / DOT_MM) * DOT_MM for edge in (box.left, box.top))
    return Box(left, top, box.width, box.height)


def find_dark_runs(modules: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield start and length of each run of dark modules: one bar leaves no hairline between modules."""
    start = None
    for position, dark in enumerate((*modules, False)):
        if dark and start is None:
            start = position
        elif not dark and start is not None:
            yield start, position - start
            start = None


def _write_foot(canvas: PdfCanvas, foot: Box, placed: PlacedLabel, module_mm: float) -> None:
    label, half = placed.label, foot.height / 2
    above, below = (
        Box(foot.left, foot.top, foot.width, half),
        Box(foot.left, foot.top + half, foot.width, half),
    )
    lettering = Lettering(half * 0.72, label.site_language, grey=_FOOT_GREY, side=placed.layout.side)
    # What staff need to print this one label again, and to see whether it was printed at its size.
    size = f"{label.text.removeprefix('HTTPS://')}  ·  module {module_mm:.2f} mm  ·  correction {placed.code.correction}"
    small = replace(lettering, size_mm=half * 0.56, language="")
    if canvas.measure(size, _MOST_SMALLER * foot.width, small)[1] > half:
        write_line(canvas, foot, label.site_name, lettering)
        return
    write_line(canvas, above, label.site_name, lettering)
    write_line(canvas, below, size, small)
