"""Reads a CSV file of whatever separator: commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import re
import threading
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from kiosk.authoring.table_decoding import Decoded, decode_table
from kiosk.authoring.table_grid import (
    BLANK,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_TABLE_BYTES,
    Cell,
    Grid,
    GridRow,
    Oddity,
    RawTable,
    TableError,
)

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_NAMED_SEPARATOR = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SAMPLE_LINES = 60
# A quotation mark that is never closed swallows the rest; so often is the reading taken up again behind it.
_MAX_RESTARTS = 50
_END = "\0end of the table\0"
# The marks for errors as spreadsheet programs write them into CSV, in the languages of their desks.
_ERROR = re.compile(
    r"#(?:N/A|NV|I/T|REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|BEZUG!|WERT!|ZAHL!|VALEUR!|NOM\?|NOMBRE\?|SAKNAS!"
    r"|REFERENS!|REFERANSE!|VERDI!|NAVN\?|NAMN\?|OGILTIGT!|V[ÄA]RDEFEL!|DIVISION/0!|SPILL!|CALC!|#{2,})"
    r"|Err:[0-9]{3}",
    re.IGNORECASE,
)
_TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')
_FORMULA = re.compile(r"=(?:[A-Z]{1,12}[0-9]*\s*[(+\-*/&:]|[A-Z]{1,3}\$?[0-9]+$|\$[A-Z]|\()", re.IGNORECASE)
_limit_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Record:
    """One record of the file and the physical line, from 1, on which it starts; ``open`` where a quote never ends."""

    fields: tuple[str, ...]
    line: int
    open: bool = False


def read_csv(raw: bytes, rate: Callable[[Sequence[Sequence[str]]], int], encoding: str = "") -> RawTable:
    """Return the one grid of a CSV file.

    Args:
        raw: The file.
        rate: How many headings the best of these rows has; the separator with most is taken.
        encoding: The encoding where the author gave it.

    Raises:
        TableError: It is no text, or too wide or long.
    """
    decoded = decode_table(raw, encoding)
    lines = _LINES.findall(decoded.text)
    named = _NAMED_SEPARATOR.fullmatch(lines[0].strip()) if lines else None
    # Spreadsheet programs take this line as an order and do not show it: it is not counted as a row.
    body = lines[1:] if named else lines
    separator = named[1] if named else _find_separator(body, rate)
    records = list(_read_records(body, separator))
    if len(records) > MAX_ROWS:
        raise TableError(f"it has more than {MAX_ROWS:,} rows", "split it into several tables")
    if any(len(record.fields) > MAX_COLUMNS for record in records):
        raise TableError(
            f"a row has more than {MAX_COLUMNS} fields", "take away the columns that are not needed"
        )
    rows = tuple(
        GridRow(number, tuple(map(_make_cell, record.fields))) for number, record in enumerate(records, 1)
    )
    oddities = _list_oddities(decoded, separator, named is not None, records)
    return RawTable((Grid("", rows, separator=separator),), tuple(oddities))


def _list_oddities(
    decoded: Decoded, separator: str, named: bool, records: Sequence[_Record]
) -> Iterator[Oddity]:
    if decoded.odd_lines:
        shift = 1 if named else 0
        yield Oddity("encoding_mixed", decoded.encoding, _rows_of(records, decoded.odd_lines, shift))
    elif decoded.encoding:
        yield Oddity("encoding_not_utf8", decoded.encoding)
    if named:
        yield Oddity("separator_line", f"the line sep={separator.replace(chr(9), 'tab')}")
    if separator != ",":
        yield Oddity("separator_not_comma", SEPARATORS.get(separator, repr(separator)))
    opened = tuple(number for number, record in enumerate(records, 1) if record.open)
    if opened:
        yield Oddity("quote_not_closed", "", opened)


def _rows_of(records: Sequence[_Record], lines: Sequence[int], shift: int) -> tuple[int, ...]:
    """Return the rows in which physical lines lie."""
    starts = [record.line + shift for record in records]
    return tuple(sorted({bisect_right(starts, line) for line in lines} - {0}))


def _find_separator(lines: Sequence[str], rate: Callable[[Sequence[Sequence[str]]], int]) -> str:
    def score(separator: str) -> tuple[int, int]:
        rows = [record.fields for record in _read_records(lines[:_SAMPLE_LINES], separator, restarts=0)]
        widths = Counter(len(row) for row in rows if len(row) > 1)
        return rate(rows), max(widths.values(), default=0)

    return max(SEPARATORS, key=score)


def _read_records(lines: Sequence[str], separator: str, restarts: int = _MAX_RESTARTS) -> Iterator[_Record]:
    """Yield the records; behind a quotation mark that is never closed, reading starts again on the next line."""
    start = 0
    while start < len(lines):
        records = _parse(lines, start, separator)
        broken = next((n for n, record in enumerate(records) if record.open), None) if restarts else None
        if broken is None:
            yield from (replace(record, open=False) for record in records)
            return
        restarts -= 1
        yield from records[:broken]
        line = records[broken].line
        (fields,) = csv.reader([lines[line - 1]], delimiter=separator, quoting=csv.QUOTE_NONE)
        yield _Record(tuple(field.strip('"') for field in fields), line, open=True)
        start = line


def _parse(lines: Sequence[str], start: int, separator: str) -> list[_Record]:
    """Return records from a line on, up to the first whose quotation mark is not closed where it should be.

    It runs to the end of the file, or into the next mark further down, with rows between them.
    """
    records: list[_Record] = []
    with _wide_fields():
        reader = csv.reader([*lines[start:], _END], delimiter=separator)
        line = start + 1
        for fields in reader:
            if fields == [_END]:
                break
            end = start + reader.line_num
            is_open = bool(fields) and fields[-1].endswith(_END)
            is_open = is_open or (end > line and not _is_strict(lines[line - 1 : end], separator))
            records.append(_Record(tuple(field.removesuffix(_END) for field in fields), line, is_open))
            line = end + 1
    return records


def _is_strict(lines: Sequence[str], separator: str) -> bool:
    """Tell whether a record over several lines closes each mark right before a separator or its end."""
    try:
        next(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error:
        return False
    return True


@contextmanager
def _wide_fields() -> Iterator[None]:
    """Lift the csv module's limit for one field, which is set for the whole process."""
    with _limit_lock:
        before = csv.field_size_limit(MAX_TABLE_BYTES)
        try:
            yield
        finally:
            csv.field_size_limit(before)


def _make_cell(text: str) -> Cell:
    stripped = text.strip()
    if not stripped:
        return replace(BLANK, text=text) if text else BLANK
    if _ERROR.fullmatch(stripped):
        return Cell(text="", error=stripped)
    if quoted := _TEXT_FORMULA.fullmatch(stripped):
        return Cell(text=quoted[1].replace('""', '"'), is_formula=True)
    if _FORMULA.match(stripped):
        return Cell(text="", is_formula=True, has_result=False)
    return Cell(text=text)
