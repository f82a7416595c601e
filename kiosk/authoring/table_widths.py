"""Rows of a CSV file with too few or too many fields: put together where only one way makes sense."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kiosk.authoring.media_types import PICTURES
from kiosk.authoring.stop_or_not import SOUND_SUFFIXES, is_language, is_stop, quote_cells
from kiosk.authoring.table_columns import Headings
from kiosk.authoring.table_grid import Cell, Grid, GridRow
from kiosk.authoring.table_log import TableLog
from kiosk.authoring.table_places import read_degrees
from kiosk.packs.findings import Severity
from kiosk.packs.names import STOP_NUMBER

_PICTURE_SUFFIXES = tuple(suffix for suffixes in PICTURES.values() for suffix in suffixes)
# What may be missing at the end of a row without a loss worth a question.
_OPTIONAL = frozenset({"lat", "lon", "floor", "image_alt"})


def mend_widths(rows: Sequence[GridRow], grid: Grid, headings: Headings, log: TableLog) -> Iterator[GridRow]:
    """Yield the rows of a CSV file with as many fields as there are headings.

    A row whose fields had to be put together is not used until the author has accepted that.
    """
    if not grid.separator:
        yield from rows
        return
    width = len(grid.rows[headings.row - 1].cells)
    skipped = False
    for row, following in zip_longest(rows, rows[1:]):
        if skipped:
            skipped = False
            continue
        mended: GridRow | None = row
        if not row.is_blank and _is_row_of_stop(row, headings):
            if len(row.cells) < width:
                mended, skipped = _fill_up(row, following, width, headings, log)
            else:
                mended = _take_surplus(row, width, grid.separator, headings, log)
        if mended is not None:
            yield mended
        else:
            log.unread += [
                tuple(cell.text.strip() for cell in (*row.cells, *(following.cells if skipped else ())))
            ]


def _is_row_of_stop(row: GridRow, headings: Headings) -> bool:
    return is_stop({column: row.cell(place) for column, place in headings.columns.items()}, {}) or any(
        cell.text.strip().lower().endswith(SOUND_SUFFIXES) for cell in row.cells
    )


def _fill_up(
    row: GridRow, following: GridRow | None, width: int, headings: Headings, log: TableLog
) -> tuple[GridRow | None, bool]:
    """Return a row that is too short as it can be used, None until that is accepted; and whether the next is part of it."""
    joined = _join_rows(row, following, width, headings)
    if joined is not None and following is not None:
        detail = "a line end in a text broke it in two; they were put together"
        log.tell("too_few_fields", row.number, following.number, detail=detail, group=row.number)
        return (joined if log.accepts("too_few_fields") else None), True
    missing = [column for column, place in headings.columns.items() if place >= len(row.cells)]
    if not missing:
        return row, False
    is_small = set(missing) <= _OPTIONAL
    detail = f"{', '.join(missing)} missing"
    severity = Severity.NOTE if is_small else None
    log.tell("too_few_fields", row.number, detail=detail, severity=severity, group=tuple(missing))
    return (row if is_small or log.accepts("too_few_fields") else None), False


def _take_surplus(
    row: GridRow, width: int, separator: str, headings: Headings, log: TableLog
) -> GridRow | None:
    """Return a row whose surplus fields were put together; None where nobody can tell how, or until it is accepted."""
    surplus = len(row.cells) - width
    if surplus <= 0 or all(cell.is_blank for cell in row.cells[width:]):
        return row
    counted = f"{len(row.cells)} instead of {width}"
    if _fits(row.cells[:width], headings):
        beyond = f"{counted}; not read: {quote_cells(row.cells[width:])}"
        log.tell("too_many_fields", row.number, detail=beyond, group=row.number, severity=Severity.ASK)
        return GridRow(row.number, row.cells[:width])
    if (cells := _join_decimals(row.cells, surplus, headings)) is not None:
        detail = f"{counted}; coordinates with a decimal comma were put together"
        log.tell("too_many_fields", row.number, column="lat,lon", detail=detail, severity=Severity.NOTE)
        return GridRow(row.number, cells)
    column, cells = _join_text(row.cells, surplus, separator, headings)
    put = f"the {column} was put together" if column else "it cannot be told where they belong"
    log.tell(
        "too_many_fields", row.number, column=column, detail=f"{counted}; {put}", group=column or row.number
    )
    return GridRow(row.number, cells) if column and log.accepts("too_many_fields") else None


def _join_text(
    cells: tuple[Cell, ...], surplus: int, separator: str, headings: Headings
) -> tuple[str, tuple[Cell, ...]]:
    """Return the column whose text had the separator in it and the mended row; "" where several may be it.

    People write a blank behind a comma, programs do not.
    """
    fitting = {}
    for column in ("text", "title", "exhibition", "image_alt"):
        place = headings.columns.get(column)
        if place is None:
            continue
        parts = [cell.text for cell in cells[place : place + surplus + 1]]
        mended = (*cells[:place], Cell(separator.join(parts)), *cells[place + surplus + 1 :])
        if _fits(mended, headings):
            fitting[column] = (all(part.startswith(" ") for part in parts[1:]), mended)
    natural = [column for column, (is_natural, _) in fitting.items() if is_natural]
    chosen = natural if natural else list(fitting)
    return (chosen[0], fitting[chosen[0]][1]) if len(chosen) == 1 else ("", cells)


def _join_decimals(cells: tuple[Cell, ...], surplus: int, headings: Headings) -> tuple[Cell, ...] | None:
    """Return a row in which unquoted decimal commas have cut both coordinates in two; None where they have not."""
    lat, lon = headings.columns.get("lat", -1), headings.columns.get("lon", -1)
    if surplus != 2 or lat < 0 or lon != lat + 1:
        return None
    halves = [cell.text.strip() for cell in cells[lat : lat + 4]]
    if not all(re.fullmatch(r"-?[0-9]+", half) for half in halves):
        return None
    joined = (Cell(f"{halves[0]},{halves[1]}"), Cell(f"{halves[2]},{halves[3]}"))
    mended = (*cells[:lat], *joined, *cells[lat + 4 :])
    return mended if _fits(mended, headings) else None


def _join_rows(row: GridRow, following: GridRow | None, width: int, headings: Headings) -> GridRow | None:
    """Return two rows as one where an unquoted line end within a text has broken it."""
    if following is None or len(row.cells) + len(following.cells) - 1 != width or not row.cells:
        return None
    seam = Cell(f"{row.cells[-1].text}\n{following.cells[0].text if following.cells else ''}")
    cells = (*row.cells[:-1], seam, *following.cells[1:])
    return GridRow(row.number, cells) if _fits(cells, headings) else None


def _fits(cells: Sequence[Cell], headings: Headings) -> bool:
    """Tell whether each field has the form its column asks for."""
    row = GridRow(0, tuple(cells))
    values = {column: row.cell(place).text.strip() for column, place in headings.columns.items()}
    files = ((values.get("audio_file"), SOUND_SUFFIXES), (values.get("image_file"), _PICTURE_SUFFIXES))
    return (
        bool(STOP_NUMBER.fullmatch(values.get("stop_number", "") or "0"))
        and bool(not values.get("language") or is_language(values["language"], {}))
        and all(not name or name.lower().endswith(suffixes) for name, suffixes in files)
        and all(
            not values.get(axis) or read_degrees(values[axis]).value is not None for axis in ("lat", "lon")
        )
    )
