"""The sheet with the stops and its headings: which one is taken, and what is told of the others."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.authoring.table_answers import Answers
from kiosk.authoring.table_columns import NEEDED, Headings, find_headings
from kiosk.authoring.table_grid import Grid, RawTable
from kiosk.authoring.table_log import TableLog, shorten


def choose_sheet(table: RawTable, answers: Answers, log: TableLog) -> tuple[Grid, Headings] | None:
    """Return the sheet with the stops: the author's, else the one with most of the headings."""
    wanted = answers.settings.get("sheet", "")
    found = [
        (grid, headings)
        for grid in table.grids
        if (not wanted or grid.sheet == wanted)
        and (headings := find_headings(grid, answers.headings)) is not None
    ]
    if not found:
        return None
    chosen = max(found, key=lambda pair: len(pair[1].columns))
    others = [
        grid for grid in table.grids if grid is not chosen[0] and any(not row.is_blank for row in grid.rows)
    ]
    rivals = (
        [] if wanted else [grid for grid, headings in found if grid in others and _has_stops(grid, headings)]
    )
    unread = [grid.sheet for grid in others if grid not in rivals]
    if chosen[0].position:
        also = f"; not read: {', '.join(unread)}" if unread else ""
        log.tell("sheet_not_first", detail=f'"{chosen[0].sheet}"{also}')
    elif unread:
        log.tell("sheet_not_used", detail=", ".join(unread))
    for grid in rivals:
        log.tell("sheets_rival", detail=f'"{grid.sheet}"', group=grid.sheet)
    return chosen


def _has_stops(grid: Grid, headings: Headings) -> bool:
    return any(not row.is_blank for row in grid.rows[headings.row :])


def tell_headings(grid: Grid, headings: Headings, answers: Answers, log: TableLog) -> None:
    """Tell where the headings stand, how they were matched, and which columns are missing or not read."""
    if headings.row > 1:
        above = [
            shorten(" ".join(cell.text for cell in row.cells if cell.text.strip()), 50)
            for row in grid.rows[: headings.row - 1]
            if not row.is_blank
        ]
        log.tell("heading_row_not_first", headings.row, detail=" / ".join(above))
    if headings.other_words:
        pairs = ", ".join(f"{words} = {column}" for column, words in headings.other_words.items())
        log.tell("headings_other_words", headings.row, detail=pairs)
    heading_row = grid.rows[headings.row - 1]
    if any(cell.text != cell.text.strip() and cell.text.strip() for cell in heading_row.cells):
        log.tell("surrounding_spaces", headings.row)
    for words in (*headings.unknown.values(), *headings.doubled.values()):
        log.tell("column_not_used", headings.row, detail=shorten(words, 40), group=words)
    _tell_nameless_columns(grid, headings, log)
    _tell_missing_columns(headings, answers.settings, log)


def _tell_nameless_columns(grid: Grid, headings: Headings, log: TableLog) -> None:
    """Tell of columns that have no heading and yet something in them."""
    filled: dict[int, list[int]] = {}
    for row in grid.rows[headings.row :]:
        for place, cell in enumerate(row.cells):
            if place not in headings.words and not cell.is_blank:
                filled.setdefault(place, []).append(row.number)
    for place, rows in sorted(filled.items()):
        # In a CSV these are surplus fields, of which the rows themselves tell.
        if not grid.separator or place < len(grid.rows[headings.row - 1].cells):
            log.tell("column_not_used", *rows, detail=f"{_letters(place)}, which has no heading", group=place)


def _letters(place: int) -> str:
    """Return a column's letters as a spreadsheet program writes them, for its place from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _tell_missing_columns(headings: Headings, settings: Mapping[str, str], log: TableLog) -> None:
    for column in NEEDED:
        if column not in headings.columns and column not in settings:
            log.tell("column_missing", headings.row, column=column, detail=column, group=column)
