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
    """Yield the rows of a CSV file with as many fields as there are headings, where that can be had."""
    if not grid.separator:
        yield from rows
        return
    width = len(grid.rows[headings.row - 1].cells)
    skipped = False
    for row, following in zip_longest(rows, rows[1:]):
        if skipped:
            skipped = False
            continue
        if row.is_blank or not _is_row_of_stop(row, headings):
            yield row
        elif len(row.cells) < width:
            joined = _join_rows(row, following, width, headings)
            skipped = joined is not None
            if joined is not None and following is not None:
                detail = "a line end in a text broke it in two; they were put together"
                log.tell("too_few_fields", row.number, following.number, detail=detail, group=row.number)
            else:
                _tell_too_few(row, headings, log)
            yield joined or row
        elif (mended := _take_surplus(row, width, grid.separator, headings, log)) is not None:
            yield mended


def _is_row_of_stop(row: GridRow, headings: Headings) -> bool:
    return is_stop({column: row.cell(place) for column, place in headings.columns.items()}, {}) or any(
        cell.text.strip().lower().endswith(SOUND_SUFFIXES) for cell in row.cells
    )


def _tell_too_few(row: GridRow, headings: Headings, log: TableLog) -> None:
    missing = [column for column, place in headings.columns.items() if place >= len(row.cells)]
    if missing:
        severity = Severity.NOTE if set(missing) <= _OPTIONAL else None
        log.tell(
            "too_few_fields", row.number, detail=", ".join(missing), severity=severity, group=tuple(missing)
        )


def _take_surplus(
    row: GridRow, width: int, separator: str, headings: Headings, log: TableLog
) -> GridRow | None:
    """Return a row whose surplus fields were put together; None where nobody can tell how."""
    surplus = len(row.cells) - width
    if surplus <= 0 or all(cell.is_blank for cell in row.cells[width:]):
        return row
    counted = f"{len(row.cells)} instead of {width}"
    if _fits(row.cells[:width], headings):
        beyond = f"{counted}; not read: {quote_cells(row.cells[width:])}"
        log.tell("too_many_fields", row.number, detail=beyond, group=row.number)
        return GridRow(row.number, row.cells[:width])
    if (cells := _join_decimals(row.cells, surplus, headings)) is not None:
        detail = f"{counted}; coordinates with a decimal comma were put together"
        log.tell("too_many_fields", row.number, column="lat,lon", detail=detail, severity=Severity.NOTE)
        return GridRow(row.number, cells)
    column, cells = _join_text(row.cells, surplus, separator, headings)
    if not column:
        detail = f"{counted}; it cannot be told where they belong"
        log.tell("too_many_fields", row.number, detail=detail, severity=Severity.ERROR, group=row.number)
        log.unread.append(tuple(cell.text.strip() for cell in row.cells))
        return None
    detail = f"{counted}; the {column} was put together"
    log.tell("too_many_fields", row.number, column=column, detail=detail, group=column)
    return GridRow(row.number, cells)


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
