"""The map file: an author's own headings and languages, and answers to what the importer asked.

The table itself is never changed; what is decided stands here, by row. Form: docs/reference/table-columns.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.authoring.table_columns import COLUMNS, fold_heading
from kiosk.model.errors import KioskError
from kiosk.packs.names import LANGUAGE_TAG
from kiosk.packs.source_fields import read_capped

MAP_FILE = "import.toml"
MAX_MAP_BYTES = 1_000_000
_SETTINGS = ("sheet", "encoding", "language", "exhibition")
_LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class Answers:
    """What an author says of a table.

    ``headings`` are folded and give a column, "" for one that is not to be read; ``languages`` give a tag.
    ``rows`` replace cells by row and column; rows in ``left_out`` are not read. ``settings``: the sheet,
    the encoding, and the language and exhibition where the table has no column for them.
    """

    headings: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()
    settings: Mapping[str, str] = field(default_factory=dict)


def read_answers(path: Path) -> Answers:
    """Read a map file.

    Raises:
        KioskError: ``authoring.map-unfit``: it cannot be read, or names something that does not exist.
    """
    try:
        top = tomllib.loads(read_capped(path, MAX_MAP_BYTES).decode("utf-8-sig"))
    except OSError as error:
        raise _refuse(path, f"it cannot be read ({error.strerror})", "see whether it is there") from error
    except (ValueError, RecursionError) as error:
        raise _refuse(path, f"it cannot be read ({error})", "save it as TOML in UTF-8") from error
    for name in top:
        if name not in ("table", "headings", "languages", "rows"):
            raise _refuse(path, f"[{name[:40]}]", "use [table], [headings], [languages] and [rows.NUMBER]")
    rows, left_out = _read_rows(path, _table(path, top, "rows"))
    return Answers(
        headings={fold_heading(key): value for key, value in _read_headings(path, top).items()},
        languages=_read_languages(path, top),
        rows=rows,
        left_out=left_out,
        settings=_read_settings(path, top),
    )


def _read_headings(path: Path, top: Mapping[str, Any]) -> dict[str, str]:
    headings = _texts(path, top, "headings")
    for heading, column in headings.items():
        if column and column not in COLUMNS:
            raise _refuse(path, f"[headings] {heading} = {column!r}", f"name one of {', '.join(COLUMNS)}")
    return headings


def _read_languages(path: Path, top: Mapping[str, Any]) -> dict[str, str]:
    languages = _texts(path, top, "languages")
    for words, tag in languages.items():
        if not LANGUAGE_TAG.fullmatch(tag):
            raise _refuse(path, f"[languages] {words} = {tag!r}", 'write a tag such as "sv"')
    return {words.strip().casefold(): tag for words, tag in languages.items()}


def _read_settings(path: Path, top: Mapping[str, Any]) -> dict[str, str]:
    settings = _texts(path, top, "table")
    for name in settings:
        if name not in _SETTINGS:
            raise _refuse(path, f"[table] {name}", f"use {', '.join(_SETTINGS)}")
    language = settings.get("language", "en")
    if not LANGUAGE_TAG.fullmatch(language):
        raise _refuse(path, f"[table] language = {language!r}", 'write a tag such as "sv"')
    return settings


def _read_rows(path: Path, rows: Mapping[str, Any]) -> tuple[dict[int, dict[str, str]], frozenset[int]]:
    cells: dict[int, dict[str, str]] = {}
    left_out = set()
    for name, entry in rows.items():
        if not (name.isascii() and name.isdigit() and len(name) < 8 and isinstance(entry, dict)):
            raise _refuse(path, f"[rows.{name[:20]}]", "write [rows.12] for row 12")
        row = int(name)
        if entry.get(_LEAVE_OUT) is True:
            left_out.add(row)
        cells[row] = {
            column: _as_text(path, f"[rows.{name}] {column}", value)
            for column, value in entry.items()
            if column != _LEAVE_OUT
        }
        for column in cells[row]:
            if column not in COLUMNS:
                raise _refuse(
                    path, f"[rows.{name}] {column}", f"name one of {', '.join(COLUMNS)}, or {_LEAVE_OUT}"
                )
    return cells, frozenset(left_out)


def _table(path: Path, top: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = top.get(name, {})
    if not isinstance(table, dict):
        raise _refuse(path, name, f"write it as a table [{name}]")
    return table


def _texts(path: Path, top: Mapping[str, Any], name: str) -> dict[str, str]:
    return {key: _as_text(path, f"[{name}] {key}", value) for key, value in _table(path, top, name).items()}


def _as_text(path: Path, at: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    raise _refuse(path, at, "write a text in quotes")


def _refuse(path: Path, found: str, remedy: str) -> KioskError:
    return KioskError(
        "The table was not read", thing=path.name, found=found, remedy=remedy, code="authoring.map-unfit"
    )
