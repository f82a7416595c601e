"""One sheet of a workbook, row by row."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from kiosk.authoring.table_grid import BLANK, MAX_COLUMNS, MAX_ROWS, Cell, Grid, GridRow, Merge, TableError
from kiosk.authoring.xlsx_styles import Styles, count_decimals, count_leading_zeros, is_date_format
from kiosk.authoring.xlsx_xml import XmlReader

MAX_MERGES = 10_000
# Cells that only have a colour may go on to the last column there is; they are passed over, up to so many.
MAX_CELLS = 3_000_000
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
# Characters that XML cannot hold are written so; an underscore that looks like one as _x005F_.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class SheetReader(XmlReader):
    """``sheet1.xml``: cells with something in them, and which are merged."""

    def __init__(self, texts: Sequence[str], styles: Styles) -> None:
        self._texts = texts
        self._styles = styles
        self._rows: dict[int, dict[int, Cell]] = {}
        self._merges: list[Merge] = []
        self._row = 0
        self._column = -1
        self._cells = 0
        self._cell: Mapping[str, str] = {}
        self._value: list[str] = []
        self._has_formula = self._has_value = False
        self._takes: str = ""
        self._in_aid = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the start of a row, a cell, its formula or value, or a merge."""
        if name == "row":
            self._row = _whole(attributes.get("r", ""), self._row + 1)
            self._column = -1
        elif name == "c":
            self._start_cell(attributes)
        elif name == "f":
            self._has_formula = True
        elif name == "rPh":
            self._in_aid = True
        elif name == "v" or (name == "t" and not self._in_aid):
            self._has_value = True
            self._takes = name
        elif name == "mergeCell" and len(self._merges) < MAX_MERGES:
            self._merges += _read_merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """Take the end of a cell, a value or a reading aid."""
        if name == "c":
            self._end_cell()
        elif name == "rPh":
            self._in_aid = False
        elif name == self._takes:
            self._takes = ""

    def text(self, text: str) -> None:
        """Take a stretch of a value."""
        if self._takes:
            self._value.append(text)

    def finish(self, name: str, position: int) -> Grid:
        """Return the sheet's rows without a gap, down to the last with something in it."""
        last = max(self._rows, default=0)
        rows = tuple(GridRow(number, _line_up(self._rows.get(number, {}))) for number in range(1, last + 1))
        return Grid(name, rows, tuple(self._merges), position=position)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise TableError(f"it has more than {MAX_CELLS:,} cells", "save the stops' sheet by itself")
        place = _PLACE.fullmatch(attributes.get("r", ""))
        self._column = _column_number(place[1]) if place else self._column + 1
        self._cell = attributes
        self._value = []
        self._has_formula = self._has_value = False

    def _end_cell(self) -> None:
        cell = self._make_cell("".join(self._value))
        self._value = []
        if cell is BLANK:
            return
        if self._column >= MAX_COLUMNS or self._row > MAX_ROWS:
            if cell.is_blank:
                return
            raise TableError(
                f"it has something beyond column {MAX_COLUMNS} or row {MAX_ROWS:,}",
                "take away what is not needed, or split the table",
            )
        self._rows.setdefault(self._row, {})[self._column] = cell

    def _make_cell(self, value: str) -> Cell:
        kind = self._cell.get("t", "n")
        formula = self._has_formula
        if not self._has_value or (not value and kind != "str"):
            return Cell(is_formula=True, has_result=False) if formula else BLANK
        if kind == "s":
            place = _whole(value, -1)
            value = self._texts[place] if 0 <= place < len(self._texts) else ""
        if kind in ("s", "str", "inlineStr"):
            return _make_text(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), value), formula)
        if kind == "e":
            return Cell(error=value.strip()[:20], is_formula=formula)
        if kind == "b":
            return Cell("TRUE" if value.strip() == "1" else "FALSE", is_formula=formula)
        if kind == "d":
            return Cell(value.strip(), date=value.strip(), is_formula=formula)
        return self._make_number(value.strip(), formula)

    def _make_number(self, value: str, formula: bool) -> Cell:
        try:
            number = float(value)
        except ValueError:
            return _make_text(value, formula)
        if not math.isfinite(number):
            return _make_text(value, formula)
        code = self._styles.find_format(_whole(self._cell.get("s", ""), 0))
        if is_date_format(code) and (date := self._styles.format_date(number, code)):
            return Cell(date, date=date, is_formula=formula)
        text = f"{number:.15g}" if number != int(number) or abs(number) > 1e15 else str(int(number))
        if zeros := count_leading_zeros(code):
            text = text.zfill(zeros)
        return Cell(text, is_number=True, decimals=count_decimals(code), is_formula=formula)


def _make_text(text: str, formula: bool) -> Cell:
    """Make a cell of text; surrogates, which only an escape can bring, are no letters."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Cell(whole, is_formula=formula) if whole or formula else BLANK


def _line_up(cells: Mapping[int, Cell]) -> tuple[Cell, ...]:
    return tuple(cells.get(column, BLANK) for column in range(max(cells, default=-1) + 1))


def _read_merge(reference: str) -> list[Merge]:
    ends = [end for part in reference.split(":") if (end := _PLACE.fullmatch(part))]
    if len(ends) != 2:
        return []
    first, last = ends
    return [Merge(int(first[2]), _column_number(first[1]), int(last[2]), _column_number(last[1]))]


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise
