"""The unlinked facts as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from kiosk.model.facts import FACTS, Fact

# A spreadsheet takes a cell that begins with one of these for a formula.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def format_csv(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield facts as CSV: a header, then a line each; nothing in it can act as a formula."""
    columns = ["fact", *dict.fromkeys(datum.name for declared in FACTS.values() for datum in declared.data)]
    columns.remove("id")
    yield _format_row(columns)
    for fact in facts:
        yield _format_row([fact.name, *(_cell(fact.values.get(column)) for column in columns[1:])])


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _format_row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()
