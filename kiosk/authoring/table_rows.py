"""Reads a museum's tables: ``stops.csv``, and beside it ``images.csv`` and ``exhibition.csv``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kiosk.packs.catalogue_values import MAX_TEXT_LENGTH
from kiosk.packs.findings import Findings
from kiosk.packs.names import LANGUAGE_TAG, STOP_NUMBER
from kiosk.packs.source_fields import read_capped, tidy

MAX_TABLE_BYTES = 32_000_000
MAX_ROWS = 20_000
NEEDED = ("stop_number", "language", "title")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One stop in one language. ``line`` counts the records as a spreadsheet does, the heading being 1."""

    line: int
    exhibition: str
    number: str
    language: str
    title: str
    text: str
    audio_file: str
    image_file: str
    lat: float | None
    lon: float | None


def read_stop_rows(path: Path, findings: Findings) -> tuple[TableRow, ...]:
    """Return the usable rows of ``stops.csv``; what is wrong with the others is in ``findings``."""
    rows: list[TableRow] = []
    seen: set[tuple[str, str]] = set()
    for line, cells in read_cells(path, NEEDED, findings):
        row = _make_row(line, cells, path.name, findings)
        if row is None:
            continue
        if (row.number, row.language) in seen:
            findings.error(
                path.name,
                f"row {line}",
                f"stop {row.number} is there twice in {row.language}",
                "keep one of them",
            )
            continue
        seen.add((row.number, row.language))
        rows.append(row)
    return tuple(rows)


def read_cells(
    path: Path, needed: tuple[str, ...], findings: Findings
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield row number and cells by heading of a CSV file in UTF-8."""
    try:
        text = read_capped(path, MAX_TABLE_BYTES).decode("utf-8-sig")
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        missing = [name for name in needed if name not in (reader.fieldnames or ())]
        if missing:
            findings.error(path.name, "row 1", f"no column {', '.join(missing)}", "add it to the heading row")
            return
        for line, cells in enumerate(islice(reader, MAX_ROWS), 2):
            yield (
                line,
                {name: tidy(value) for name, value in cells.items() if name and isinstance(value, str)},
            )
        if next(reader, None) is not None:
            findings.error(
                path.name, "", f"it has more than {MAX_ROWS:,} rows", "split it into several packs"
            )
    except (OSError, ValueError, csv.Error) as error:
        findings.error(path.name, "", f"it cannot be read ({error})", "save it as CSV in UTF-8 with commas")


def _make_row(line: int, cells: dict[str, str], file: str, findings: Findings) -> TableRow | None:
    at = f"row {line}"
    number, language = cells.get("stop_number", ""), cells.get("language", "")
    if not any(cells.values()):
        return None
    if not STOP_NUMBER.fullmatch(number):
        findings.error(file, at, f"{number!r} is no stop number", "write up to 12 characters, say 12 or 12a")
        return None
    if not LANGUAGE_TAG.fullmatch(language):
        findings.warn(
            file, at, f"{language!r} is no BCP 47 tag; the row is left out", 'write tags like "sv", "pt-BR"'
        )
        return None
    if max(map(len, cells.values())) > MAX_TEXT_LENGTH:
        findings.error(file, at, "the text is too long", f"keep it under {MAX_TEXT_LENGTH:,} characters")
        return None
    return TableRow(
        line=line,
        exhibition=cells.get("exhibition", ""),
        number=number,
        language=language,
        title=cells.get("title", ""),
        text=cells.get("text", ""),
        audio_file=cells.get("audio_file", ""),
        image_file=cells.get("image_file", ""),
        lat=_read_degrees(cells.get("lat", ""), 90, file, at, findings),
        lon=_read_degrees(cells.get("lon", ""), 180, file, at, findings),
    )


def _read_degrees(cell: str, limit: float, file: str, at: str, findings: Findings) -> float | None:
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        value = limit + 1
    if not -limit <= value <= limit:
        findings.error(
            file, at, f"{cell!r} is no position", f"write degrees with a point, from -{limit:g} to {limit:g}"
        )
        return None
    return value
