"""Where code, number and titles stand on a label, for whatever shape the label has."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_lettering import Side
from kiosk.authoring.label_papers import LabelPaper
from kiosk.authoring.label_titles import find_columns

# A label this much wider than high has its words beside the code, any other has them below it.
_WIDE = 1.15
# What the words get at least, of the label's side that they share with the code; and in millimetres.
_WORDS_SHARE_BESIDE, _WORDS_BESIDE_MM = 0.24, 20.0
_WORDS_SHARE_BELOW, _WORDS_BELOW_MM, _TITLE_BELOW_MM, _MOST_WORDS_SHARE = 0.24, 9.0, 4.6, 0.45
# Words keep this distance from the label's edge: text cut by the punch looks broken where a white edge does not.
_TEXT_EDGE_MM = 1.5
_GAP_MM = 1.5
_NUMBER_SHARE_BESIDE, _NUMBER_SHARE_BELOW = 0.34, 0.36
_LARGEST_NUMBER_SHARE = 0.15
_FOOT_MM, _LEAST_WORDS_WITH_FOOT_MM = 2.7, 22.0


@dataclass(frozen=True, slots=True)
class LabelLayout:
    """The places on one label, in millimetres from its top left corner.

    Attributes:
        code: The code with its quiet zone.
        number: One line for the number.
        titles: The titles, below one another.
        foot: The site's name and, where there is room, the code in letters; None on small labels.
        side: At which side of their places the words stand: at the code, where it is beside them.
    """

    code: Box
    number: Box
    titles: Box
    foot: Box | None
    side: Side


def find_largest_side_mm(paper: LabelPaper, titles: int = 1) -> float:
    """Return how wide a code with its quiet zone may be on this paper, so that the words have room as well.

    ``titles`` is how many titles a label has at most; below the code each row of them takes a line.
    """
    width, height = _free_size(paper)
    if _is_wide(paper):
        return min(height, width - max(_WORDS_BESIDE_MM, _WORDS_SHARE_BESIDE * width))
    rows = ceil(titles / find_columns(titles, width - 2 * _TEXT_EDGE_MM))
    words_mm = max(_WORDS_SHARE_BELOW * height, _WORDS_BELOW_MM + _TITLE_BELOW_MM * rows)
    return min(width, height - min(words_mm, _MOST_WORDS_SHARE * height))


def lay_out(
    paper: LabelPaper, side_mm: float, *, has_number: bool = True, is_mirrored: bool = False
) -> LabelLayout:
    """Return the places on a label whose code is ``side_mm`` wide with its quiet zone.

    ``is_mirrored`` puts the code to the right of the words, where the site's own language begins.
    """
    wide = _is_wide(paper)
    free = Box(0, 0, *paper.label_mm).shrink(paper.edge_mm)
    if wide:
        code = Box(free.left, free.top + (free.height - side_mm) / 2, side_mm, side_mm)
        words = Box(code.right + _GAP_MM, free.top, free.right - code.right - _GAP_MM, free.height)
        words = Box(
            words.left,
            words.top + _TEXT_EDGE_MM,
            words.width - _TEXT_EDGE_MM,
            words.height - 2 * _TEXT_EDGE_MM,
        )
    else:
        code = Box(free.left + (free.width - side_mm) / 2, free.top, side_mm, side_mm)
        words = Box(
            free.left + _TEXT_EDGE_MM,
            code.bottom,
            free.width - 2 * _TEXT_EDGE_MM,
            free.bottom - code.bottom - _TEXT_EDGE_MM,
        )
    if wide and is_mirrored:
        code, words = (box.mirrored_in(paper.label_mm[0]) for box in (code, words))
    side = (Side.RIGHT if is_mirrored else Side.LEFT) if wide else Side.MIDDLE
    return _share_words(code, words, paper, side, has_number=has_number)


def _share_words(code: Box, words: Box, paper: LabelPaper, side: Side, *, has_number: bool) -> LabelLayout:
    """Return the layout with number, titles and foot below one another in ``words``."""
    foot = None
    if words.height >= _LEAST_WORDS_WITH_FOOT_MM:
        foot_mm = max(_FOOT_MM, 0.018 * paper.label_mm[1])
        foot = Box(words.left, words.bottom - 2 * foot_mm, words.width, 2 * foot_mm)
        words = Box(words.left, words.top, words.width, words.height - 2 * foot_mm)
    share = _NUMBER_SHARE_BELOW if side is Side.MIDDLE else _NUMBER_SHARE_BESIDE
    tall_mm = min(share * words.height, _LARGEST_NUMBER_SHARE * sum(paper.label_mm)) if has_number else 0.0
    number = Box(words.left, words.top, words.width, tall_mm)
    titles = Box(words.left, words.top + tall_mm, words.width, words.height - tall_mm)
    return LabelLayout(code, number, titles, foot, side)


def _is_wide(paper: LabelPaper) -> bool:
    return paper.label_mm[0] >= _WIDE * paper.label_mm[1]


def _free_size(paper: LabelPaper) -> tuple[float, float]:
    return paper.label_mm[0] - 2 * paper.edge_mm, paper.label_mm[1] - 2 * paper.edge_mm
