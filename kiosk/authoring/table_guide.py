"""The tables beside ``stops.csv`` that a guide of one's own is made of: when stops are to be seen, and ways between them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.authoring.check_hours import HOURS_REMEDY, can_be_read
from kiosk.authoring.table_extras import VISITING_FILE, WAYS_FILE, read_side_table
from kiosk.model.content import WayKind
from kiosk.packs.catalogue_values import (
    MAX_HOURS_LENGTH,
    MAX_WAY_NAME_LENGTH,
    MAX_WAYS,
    MOST_LOOK_S,
    MOST_WAY_M,
)
from kiosk.packs.findings import Findings
from kiosk.packs.pack_source import WaySource

_YES = frozenset({"1", "yes", "true", "x", "ja", "oui", "si"})
_NO = frozenset({"", "0", "no", "false", "nej", "nein", "non"})


@dataclass(frozen=True, slots=True)
class Visiting:
    """When a stop is to be seen, and for how long; as in :class:`~kiosk.packs.pack_source.StopSource`."""

    closed: bool = False
    opening_hours: str = ""
    added_on: str = ""
    look_s: int = 0


class _Cells:
    """One row of a side table; what cannot be read is told, and taken as not there."""

    def __init__(self, file: str, row: int, cells: Mapping[str, str], findings: Findings) -> None:
        self._file = file
        self._row = row
        self._cells = cells
        self._findings = findings

    def text(self, column: str, limit: int = 80) -> str:
        text = self._cells.get(column, "")
        if len(text) > limit:
            self.tell(column, f"it has {len(text)} signs", f"write it in at most {limit}")
            return ""
        return text

    def number(self, column: str, high: float) -> float | None:
        text = self.text(column)
        try:
            value = float(text.replace(",", ".")) if text else None
        except ValueError:
            value = -1.0
        if value is not None and not 0 <= value <= high:
            self.tell(column, f"{text[:20]!r} is no number from 0 to {high:g}", "mend it or leave it blank")
            return None
        return value

    def flag(self, column: str) -> bool:
        text = self.text(column).casefold()
        if text not in _YES | _NO:
            self.tell(column, f"{text[:20]!r} is neither yes nor no", "write yes, or leave it blank")
        return text in _YES

    def hours(self, column: str) -> str:
        text = self.text(column, MAX_HOURS_LENGTH)
        if text and not can_be_read(text):
            self.tell(column, "these opening hours cannot be read", HOURS_REMEDY)
        return text

    def day(self, column: str) -> str:
        text = self.text(column)
        try:
            return datetime.date.fromisoformat(text).isoformat() if text else ""
        except ValueError:
            self.tell(column, f"{text[:20]!r} is no date", "write it like 2026-11-21")
            return ""

    def tell(self, column: str, what: str, remedy: str) -> None:
        self._findings.warn(self._file, "", what, remedy, rows=(self._row,), column=column)


def read_visiting(folder: Path, numbers: set[str], findings: Findings) -> dict[str, Visiting]:
    """Read ``visiting.csv``: one row a stop, named by its number; the first of a number counts."""
    found: dict[str, Visiting] = {}
    for row, texts in read_side_table(folder / VISITING_FILE, ("stop_number",), findings):
        cells, number = _Cells(VISITING_FILE, row, texts, findings), texts["stop_number"]
        if number not in numbers:
            cells.tell("stop_number", f"there is no stop {number[:20]}", "mend the number")
            continue
        visiting = Visiting(
            closed=cells.flag("closed"),
            opening_hours=cells.hours("opening_hours"),
            added_on=cells.day("added"),
            look_s=round(cells.number("look_s", MOST_LOOK_S) or 0),
        )
        found.setdefault(number, visiting)
    return found


def read_ways(folder: Path, stop_ids: Mapping[str, str], findings: Findings) -> tuple[WaySource, ...]:
    """Read ``ways.csv``: one row a way; ``stop_ids`` gives the id of a number. A row that is no way is told and left out."""
    rows = read_side_table(folder / WAYS_FILE, ("from", "to", "metres"), findings)
    ways = [
        way
        for row, texts in rows
        if (way := _make_way(_Cells(WAYS_FILE, row, texts, findings), texts, stop_ids, row))
    ]
    if len(ways) > MAX_WAYS:
        findings.error(WAYS_FILE, "", f"it has {len(ways):,} ways", f"a site has at most {MAX_WAYS:,}")
    return tuple(ways)


def _make_way(
    cells: _Cells, texts: Mapping[str, str], stop_ids: Mapping[str, str], row: int
) -> WaySource | None:
    ends = (texts["from"], texts["to"])
    for column, number in zip(("from", "to"), ends, strict=True):
        if number not in stop_ids:
            cells.tell(column, f"there is no stop {number[:20]}; the way was left out", "mend the number")
    kind, metres = cells.text("kind").casefold() or str(WayKind.WALK), cells.number("metres", MOST_WAY_M)
    if kind not in set(WayKind):
        cells.tell(
            "kind", f"{kind[:20]!r} is no kind of way; it was left out", f"write one of {', '.join(WayKind)}"
        )
    if metres is None and not texts["metres"]:
        cells.tell("metres", "nobody says how long it is; the way was left out", "write its metres")
    if ends[0] == ends[1]:
        cells.tell("to", "the way leads back to where it begins; it was left out", "name another stop")
    if not {*ends} <= stop_ids.keys() or kind not in set(WayKind) or metres is None or ends[0] == ends[1]:
        return None
    return WaySource(
        id=f"way-{row}",
        from_stop=stop_ids[ends[0]],
        to_stop=stop_ids[ends[1]],
        metres=metres,
        kind=WayKind(kind),
        closed=cells.flag("closed"),
        name=cells.text("name", MAX_WAY_NAME_LENGTH),
    )
