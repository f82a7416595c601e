"""The papers that labels are printed on: sheets to peel, sheets to cut, and whole signs.

The sizes are what the maker states on the box: a label's width and height, how many stand on a sheet, the gap between
them. On all of these sheets the labels stand in the middle of the page, so the margins follow from that; the templates
that Avery and the gLabels collection publish agree within 0.8 mm (docs/reference/label-papers.md). Inches are exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.authoring.label_box import Box
from kiosk.model.errors import KioskError

INCH_MM = 25.4
# What desk printers cannot reach at the edge of a page; and how tall the test mark is, which stands above the labels.
_UNPRINTABLE_MM = 4.3
MARK_HEIGHT_MM = 5.0
_A4 = (210.0, 297.0)
_LETTER = (8.5 * INCH_MM, 11 * INCH_MM)


@dataclass(frozen=True, slots=True)
class LabelPaper:
    """One paper. All in millimetres; gaps are those between labels.

    Attributes:
        name: What a person types.
        page_mm: The page's width and height.
        label_mm: One label's width and height.
        columns: How many labels stand beside one another.
        rows: How many stand below one another.
        gap_mm: The gaps between columns and between rows.
        edge_mm: What stays free of print inside a label: printers draw a sheet in up to a millimetre off.
        is_cut: Whether the labels are cut out of plain paper, along marks.
        equal_to: Other names of the same paper.
        shift_mm: How far right and down everything is printed, against a printer that draws sheets in askew.
    """

    name: str
    page_mm: tuple[float, float]
    label_mm: tuple[float, float]
    columns: int = 1
    rows: int = 1
    gap_mm: tuple[float, float] = (0.0, 0.0)
    edge_mm: float = 1.0
    is_cut: bool = False
    equal_to: tuple[str, ...] = ()
    shift_mm: tuple[float, float] = (0.0, 0.0)

    @property
    def a_page(self) -> int:
        """How many labels stand on a page."""
        return self.columns * self.rows

    @property
    def is_sign(self) -> bool:
        """Whether a page is one sign, hung as it is."""
        return self.label_mm == self.page_mm

    @property
    def is_american(self) -> bool:
        """Whether the page is US letter."""
        return self.page_mm == _LETTER

    @property
    def left_mm(self) -> float:
        """Where the first column begins."""
        return self._margin(0, self.columns)

    @property
    def top_mm(self) -> float:
        """Where the first row begins."""
        return self._margin(1, self.rows)

    def find_box(self, position: int) -> Box:
        """Return where the label at ``position`` (from 0, row by row) stands on its page."""
        row, column = divmod(position % self.a_page, self.columns)
        width, height = self.label_mm
        left = self.left_mm + column * (width + self.gap_mm[0])
        return Box(left, self.top_mm + row * (height + self.gap_mm[1]), width, height)

    def find_boxes(self) -> Iterator[Box]:
        """Yield where each label of a page stands."""
        return (self.find_box(position) for position in range(self.a_page))

    def _margin(self, axis: int, count: int) -> float:
        used = count * self.label_mm[axis] + (count - 1) * self.gap_mm[axis]
        return (self.page_mm[axis] - used) / 2 + self.shift_mm[axis]


def _sheet(
    name: str, grid: tuple[int, int], label_mm: tuple[float, float], gap_mm: float, *equal_to: str
) -> LabelPaper:
    """Return a sheet of labels to peel off A4."""
    return LabelPaper(name, _A4, label_mm, *grid, gap_mm=(gap_mm, 0.0), equal_to=equal_to)


def _letter_sheet(
    name: str, grid: tuple[int, int], label_inch: tuple[float, float], gap_inch: float, *equal_to: str
) -> LabelPaper:
    """Return a sheet of labels to peel off US letter paper."""
    label_mm = (label_inch[0] * INCH_MM, label_inch[1] * INCH_MM)
    return LabelPaper(name, _LETTER, label_mm, *grid, gap_mm=(gap_inch * INCH_MM, 0.0), equal_to=equal_to)


def _sign(name: str, size_mm: tuple[float, float], edge_mm: float) -> LabelPaper:
    """Return a paper that is one sign; the edge is what desk printers cannot reach, and a little more to look at."""
    return LabelPaper(name, size_mm, size_mm, edge_mm=edge_mm)


CARDS = LabelPaper("cards", _A4, (95.0, 135.0), 2, 2, edge_mm=3.0, is_cut=True)
SIGN = _sign("A4", _A4, 14.0)
PAPERS = (
    CARDS,
    _sheet("L7159", (3, 8), (63.5, 33.9), 2.5, "J8159"),
    _sheet("L7160", (3, 7), (63.5, 38.1), 2.5, "7160", "J8160"),
    _sheet("L7161", (3, 6), (63.5, 46.6), 2.5, "7161", "J8161"),
    _sheet("L7162", (2, 8), (99.1, 33.9), 2.5, "7162", "J8162"),
    _sheet("L7163", (2, 7), (99.1, 38.1), 2.5, "7163", "J8163"),
    _sheet("L7164", (3, 4), (63.5, 72.0), 2.5, "7164", "J8164"),
    _sheet("L7165", (2, 4), (99.1, 67.7), 2.5, "7165", "J8165"),
    _sheet("L7166", (2, 3), (99.1, 93.1), 2.5, "7166", "J8166"),
    _sheet("L7168", (1, 2), (199.6, 143.5), 0.0, "7168", "J8168"),
    _sheet("L7169", (2, 2), (99.1, 139.0), 2.5, "7169", "J8169"),
    _letter_sheet("5160", (3, 10), (2.625, 1.0), 0.125, "5260", "5960", "8160", "8460"),
    _letter_sheet("5161", (2, 10), (4.0, 1.0), 0.1875, "5261", "5961", "8161", "8461"),
    _letter_sheet("5162", (2, 7), (4.0, 4 / 3), 0.1875, "5262", "5962", "8162", "8462"),
    _letter_sheet("5163", (2, 5), (4.0, 2.0), 0.1875, "5263", "5963", "8163", "8463"),
    _letter_sheet("5164", (2, 3), (4.0, 10 / 3), 0.1875, "5264", "8164", "8464"),
    _sign("A6", (105.0, 148.0), 7.0),
    _sign("A5", (148.0, 210.0), 10.0),
    SIGN,
    _sign("A3", (297.0, 420.0), 20.0),
    _sign("letter", _LETTER, 14.0),
)
_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,2})?"
_DESCRIPTION = re.compile(
    rf"(?P<columns>[0-9]{{1,2}})x(?P<rows>[0-9]{{1,2}}):(?P<width>{_NUMBER})x(?P<height>{_NUMBER})"
    rf"(?:\+(?P<across>{_NUMBER})x(?P<down>{_NUMBER}))?(?P<letter>@letter)?"
)
_LEAST_LABEL_MM = 20.0
_MOST_OVER_MM = 0.5  # 3 x 70 mm and the like are meant to fill the page, whatever the rounding
_BY_NAME = {
    name.lower().removeprefix("avery").strip(): paper
    for paper in PAPERS
    for name in (paper.name, *paper.equal_to)
}


def get_paper(name: str) -> LabelPaper:
    """Return the paper a person names, or describes: ``3x8:70x37`` has 3 by 8 labels of 70 by 37 mm.

    Case and the maker's name are forgiven. A description may end with the gaps (``+2x0``) and with ``@letter``.

    Raises:
        KioskError: ``authoring.no-such-paper`` or ``authoring.paper-unfit``.
    """
    described = _DESCRIPTION.fullmatch(name.lower().replace(" ", ""))
    if described is not None:
        return _read_description(name, described)
    paper = _BY_NAME.get(name.lower().replace("-", "").removeprefix("avery").strip())
    if paper is None:
        raise KioskError(
            "No sheet was written",
            thing=f"paper {name[:40]}",
            expected=f"one of: {', '.join(paper.name for paper in PAPERS)}",
            remedy="describe it, for example 3x8:70x37 for 3 by 8 labels of 70 by 37 mm; cards and A4 need no label paper",
            code="authoring.no-such-paper",
        )
    return paper


def _read_description(name: str, described: re.Match[str]) -> LabelPaper:
    columns, rows = int(described["columns"]), int(described["rows"])
    label_mm = (float(described["width"]), float(described["height"]))
    gap_mm = (float(described["across"] or 0), float(described["down"] or 0))
    page_mm = _LETTER if described["letter"] else _A4
    paper = LabelPaper(name, page_mm, label_mm, columns, rows, gap_mm)
    margin_mm = min(paper.left_mm, paper.top_mm) if columns and rows else -1.0
    if min(label_mm) < _LEAST_LABEL_MM or margin_mm < -_MOST_OVER_MM:
        raise KioskError(
            "No sheet was written",
            thing=f"paper {name[:40]}",
            expected=f"labels of {_LEAST_LABEL_MM:g} mm at least that fit a page of {page_mm[0]:.0f} x {page_mm[1]:.0f} mm",
            found=f"{columns} x {rows} of {label_mm[0]:g} x {label_mm[1]:g} mm",
            remedy="measure the sheet again: columns x rows : width x height + gap across x gap down",
            code="authoring.paper-unfit",
        )
    return paper


def find_mark_box(paper: LabelPaper) -> Box | None:
    """Return the place for the test mark above the labels, or None where the paper has no room for it."""
    if paper.top_mm < _UNPRINTABLE_MM + MARK_HEIGHT_MM:
        return None
    # Away from the labels rather than from the edge: it must not be taken for a part of one.
    left = max(paper.left_mm, _UNPRINTABLE_MM)
    return Box(left, _UNPRINTABLE_MM, paper.page_mm[0] - 2 * left, MARK_HEIGHT_MM)
