"""A table as it was read, before anything is understood: rows of cells with what their file says of them."""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_TABLE_BYTES = 32_000_000
MAX_ROWS = 200_000
MAX_COLUMNS = 256


class TableError(ValueError):
    """A table cannot be read at all; ``args`` are what is wrong and what to do, in an author's words."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    ``text`` is what it holds, a number in its shortest form. ``is_number`` tells a number from digits
    kept as text; ``decimals`` how many its format always shows, 1 as 1.0. ``date`` is what a date cell shows.
    A formula has ``has_result`` False where its file keeps no result. ``error`` is the spreadsheet's own
    mark, ``#N/A``. ``is_answer`` marks what the author has said in the map file instead.
    """

    text: str = ""
    is_number: bool = False
    decimals: int = 0
    date: str = ""
    is_formula: bool = False
    has_result: bool = True
    error: str = ""
    is_answer: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether a reader sees nothing in it."""
        return not (self.text.strip() or self.date or self.error or not self.has_result)


BLANK = Cell()


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row. ``number`` counts from 1, as the spreadsheet program does."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return all(cell.is_blank for cell in self.cells)

    def cell(self, column: int) -> Cell:
        """Return the cell of a column counted from 0; a blank one beyond the end."""
        return self.cells[column] if 0 <= column < len(self.cells) else BLANK


@dataclass(frozen=True, slots=True)
class Merge:
    """Merged cells: rows counted from 1, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, or one CSV file; its rows follow each other without a gap. ``separator`` is that of a CSV file, "" elsewhere."""

    sheet: str
    rows: tuple[GridRow, ...]
    merges: tuple[Merge, ...] = ()
    separator: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something about the file itself that is to be told: a kind of finding, rows and a detail."""

    kind: str
    detail: str = ""
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RawTable:
    """A file as read: its sheets, in their order, and what was odd about it."""

    grids: tuple[Grid, ...]
    oddities: tuple[Oddity, ...] = field(default=())
