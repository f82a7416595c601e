"""What is printed beside the labels: marks to cut along, outlines to try a sheet with, a ruler and greys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_lettering import Lettering, Side, write_line
from kiosk.authoring.label_papers import MARK_HEIGHT_MM, LabelPaper, find_mark_box

if TYPE_CHECKING:
    from kiosk.authoring.label_pdf import PdfCanvas

RULER_MM = 50.0
_CUT_MM, _CUT_WIDTH_MM, _CUT_GREY = 4.0, 0.15, 128
_GREYS = (0, 85, 170, 230)
_PATCH_MM = 7.0
_SAYS = "The line is 50 mm long and the four greys differ, or the labels are not good: print at 100 %, not fitted to the page."


def draw_cutting_marks(canvas: PdfCanvas, paper: LabelPaper) -> None:
    """Draw a small cross wherever labels meet."""
    width, height = paper.label_mm
    for column in range(paper.columns + 1):
        for row in range(paper.rows + 1):
            x, y = paper.left_mm + column * width, paper.top_mm + row * height
            half = _CUT_MM / 2
            canvas.line((x - half, y), (x + half, y), _CUT_WIDTH_MM, _CUT_GREY)
            canvas.line((x, y - half), (x, y + half), _CUT_WIDTH_MM, _CUT_GREY)


def draw_outlines(canvas: PdfCanvas, paper: LabelPaper) -> None:
    """Draw a page to hold against a sheet of label paper before a light: each label's outline and place."""
    for place, box in enumerate(paper.find_boxes(), 1):
        corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
        for begin, end in zip(corners, (*corners[1:], corners[0]), strict=True):
            canvas.line(begin, end, _CUT_WIDTH_MM)
        write_line(canvas, box, str(place), Lettering(min(8.0, box.height / 3), grey=_CUT_GREY))
    draw_test_mark(canvas, find_mark_box(paper) or paper.find_box(0).shrink(4.0))


def draw_test_mark(canvas: PdfCanvas, box: Box) -> None:
    """Draw a ruler of 50 mm, four greys, and what they are for."""
    base, left = box.top + MARK_HEIGHT_MM * 0.8, box.left
    ruler_mm = min(RULER_MM, box.width)
    canvas.line((left, base), (left + ruler_mm, base), 0.2)
    for tick in range(0, int(ruler_mm) + 1, 5):
        tall = MARK_HEIGHT_MM * (0.7 if tick % 10 == 0 else 0.4)
        canvas.line((left + tick, base), (left + tick, base - tall), 0.2)
    patches = left + ruler_mm + 3
    if patches + len(_GREYS) * _PATCH_MM > box.right:
        return
    for place, grey in enumerate(_GREYS):
        canvas.fill(Box(patches + place * _PATCH_MM, base - 3.5, _PATCH_MM, 3.5), grey)
    words = Box(patches + len(_GREYS) * _PATCH_MM + 3, box.top, 0, MARK_HEIGHT_MM)
    words = Box(words.left, words.top, box.right - words.left, words.height)
    if words.width > 20:
        width, _ = canvas.measure(_SAYS, words.width, Lettering(1.9))
        canvas.write(_SAYS, words, Lettering(min(1.9, 1.9 * words.width / max(width, 1)), side=Side.LEFT))
