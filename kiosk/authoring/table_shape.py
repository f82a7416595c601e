"""Which rows of a sheet are stops: blank, repeated and foreign rows, merged cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.authoring.stop_or_not import is_stop, quote_cells
from kiosk.authoring.table_answers import Answers
from kiosk.authoring.table_columns import Headings, repeats_headings
from kiosk.authoring.table_grid import Cell, Grid, GridRow
from kiosk.authoring.table_log import TableLog
from kiosk.authoring.table_widths import mend_widths


def list_stop_rows(
    grid: Grid, headings: Headings, log: TableLog, answers: Answers
) -> Iterator[tuple[int, dict[str, Cell]]]:
    """Yield the rows that are stops, by number, as cells by column; the others are told."""
    filled = _fill_merges(grid, headings, log)
    last = max((row.number for row in filled if not row.is_blank), default=0)
    body = [row for row in filled if headings.row < row.number <= last]
    for row in mend_widths(body, grid, headings, log):
        cells = _answer(row, headings, answers)
        if row.number in answers.left_out:
            log.tell("left_out", row.number)
        elif row.is_blank:
            log.tell("blank_rows", row.number)
        elif repeats_headings(row.cells, headings):
            log.tell("heading_repeated", row.number)
        elif not is_stop(cells, answers.languages):
            log.tell("not_a_stop", row.number, detail=quote_cells(row.cells))
        else:
            yield row.number, cells


def _answer(row: GridRow, headings: Headings, answers: Answers) -> dict[str, Cell]:
    """Return a row's cells by column, with what the author has answered in their place."""
    cells = {column: row.cell(place) for column, place in headings.columns.items()}
    for column in ("language", "exhibition"):
        if column in answers.settings:
            cells.setdefault(column, Cell(answers.settings[column]))
    return cells | {
        column: Cell(text, is_answer=True) for column, text in answers.rows.get(row.number, {}).items()
    }


def _fill_merges(grid: Grid, headings: Headings, log: TableLog) -> tuple[GridRow, ...]:
    """Return the rows with merged values in every row they cover; sideways they stay in their first column."""
    values: dict[int, dict[int, Cell]] = {}
    for merge in grid.merges:
        if not 1 <= merge.top <= len(grid.rows):
            continue
        anchor = grid.rows[merge.top - 1].cell(merge.left)
        if anchor.is_blank:
            continue
        bottom = min(merge.bottom, len(grid.rows))
        log.tell(
            "merged_cells", *range(merge.top, bottom + 1), column=_column_at(merge.left, merge.top, headings)
        )
        if merge.top > headings.row:
            for row in range(merge.top + 1, bottom + 1):
                values.setdefault(row, {})[merge.left] = anchor
    return tuple(_with_values(row, values.get(row.number, {})) for row in grid.rows)


def _with_values(row: GridRow, mine: Mapping[int, Cell]) -> GridRow:
    if not mine:
        return row
    width = max(len(row.cells), max(mine) + 1)
    return GridRow(row.number, tuple(mine.get(column, row.cell(column)) for column in range(width)))


def _column_at(place: int, row: int, headings: Headings) -> str:
    names = {number: column for column, number in headings.columns.items()}
    return names.get(place, "") if row > headings.row else ""
