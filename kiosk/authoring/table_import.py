"""Reads a museum's table, however it was saved, and says everything that is odd about it.

Nothing is dropped silently: each row is either in the result or named in a finding.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.authoring.table_answers import MAP_FILE, Answers
from kiosk.authoring.table_columns import rate_headings
from kiosk.authoring.table_csv import read_csv
from kiosk.authoring.table_extras import SIDE_TABLES
from kiosk.authoring.table_files import find_files
from kiosk.authoring.table_grid import MAX_TABLE_BYTES, RawTable, TableError
from kiosk.authoring.table_kinds import KINDS
from kiosk.authoring.table_log import TableLog
from kiosk.authoring.table_records import StopRow
from kiosk.authoring.table_repeats import (
    ask_for_lost_zeros,
    ask_for_swapped_places,
    count_stops,
    leave_repeated_out,
    list_languages,
    match_regions,
    tell_missing_languages,
    tell_stops_apart,
    tell_what_is_not_shown,
)
from kiosk.authoring.table_rows import RowReader, tell_long_texts
from kiosk.authoring.table_shape import list_stop_rows
from kiosk.authoring.table_sheets import choose_sheet, tell_headings
from kiosk.authoring.table_xlsx import read_xlsx
from kiosk.packs.findings import Finding, Severity
from kiosk.packs.progress import OnProgress, ignore_progress
from kiosk.packs.source_fields import read_capped

_ZIP = b"PK"
_OLD_FORM = b"\xd0\xcf\x11\xe0"
# Kinds of questions that are about a file and leave the row as it is.
_ABOUT_FILES = frozenset({"audio_unreadable", "audio_empty", "image_unreadable", "text_too_long"})


@dataclass(frozen=True, slots=True)
class ImportedTable:
    """What a table says, and what was found.

    ``rows`` hold those too whose number or language waits for an answer. ``stops`` counts distinct numbers
    of each exhibition that are certain.
    """

    file: str
    rows: tuple[StopRow, ...]
    stops: int
    languages: tuple[str, ...]
    findings: tuple[Finding, ...]
    sheet: str = ""

    @property
    def is_open(self) -> bool:
        """Whether something must be decided or mended before a pack can be made."""
        return any(finding.severity.refuses for finding in self.findings)

    @property
    def can_be_imported(self) -> str:
        """``yes``, ``after_answers``, or ``partly`` where rows cannot be used as they are."""
        if not self.is_open:
            return "yes"
        blocked = [finding for finding in self.findings if finding.severity is Severity.ERROR]
        return "partly" if any(finding.kind not in _ABOUT_FILES for finding in blocked) else "after_answers"


def import_table(
    path: Path,
    media: Path | None,
    answers: Answers | None = None,
    accepted: frozenset[str] = frozenset(),
    on_progress: OnProgress = ignore_progress,
    named_elsewhere: Collection[str] = (),
) -> ImportedTable:
    """Read a table; whatever is wrong with it is in the findings, nothing is raised.

    Args:
        path: A CSV or .xlsx file.
        media: The folder with sounds and pictures; None for none.
        answers: What the author has said of the table in a map file.
        accepted: Kinds of questions with which the author goes on; ``all`` for every one.
        on_progress: Told which file is looked into.
        named_elsewhere: Media that tables beside this one name.
    """
    answers = answers or Answers()
    log = TableLog(path.name, accepted)
    rows: list[StopRow] = []
    try:
        table = _read(path, answers)
    except TableError as error:
        log.tell("table_unreadable", detail=error.what, remedy=error.remedy)
    else:
        rows = _read_rows(table, answers, log)
    if rows:
        # A row that was refused names its files all the same.
        others = [*named_elsewhere, *(text for fields in log.unread for text in fields)]
        # The media may lie in the table's own folder.
        others += [path.name, *SIDE_TABLES, MAP_FILE]
        find_files(rows, media, log, on_progress, others)
    languages = tuple(list_languages(rows))
    return ImportedTable(path.name, tuple(rows), count_stops(rows), languages, log.findings(), log.sheet)


def _read(path: Path, answers: Answers) -> RawTable:
    try:
        raw = read_capped(path, MAX_TABLE_BYTES)
    except OSError as error:
        raise TableError(f"it cannot be read ({error.strerror})", "see whether it is there") from error
    except ValueError as error:
        raise TableError(
            f"it cannot be read ({error})", "take out what is not needed, or split it"
        ) from error
    if raw.startswith((_ZIP, _OLD_FORM)):
        return read_xlsx(raw)

    def rate(rows: Sequence[Sequence[str]]) -> int:
        return rate_headings(rows, answers.headings)

    return read_csv(raw, rate, answers.settings.get("encoding", ""))


def _read_rows(table: RawTable, answers: Answers, log: TableLog) -> list[StopRow]:
    for oddity in table.oddities:
        log.tell(oddity.kind, *oddity.rows, detail=oddity.detail)
    chosen = choose_sheet(table, answers, log)
    if chosen is None:
        log.tell("headings_missing")
        return []
    grid, headings = chosen
    log.sheet = grid.sheet
    tell_headings(grid, headings, answers, log)
    reader = RowReader(log, answers, is_csv=bool(grid.separator))
    rows = [reader.read(number, cells) for number, cells in list_stop_rows(grid, headings, log, answers)]
    if not rows:
        log.tell("no_stops")
    _tell_unused_answers(rows, answers, log)
    rows = leave_repeated_out(rows, log)
    match_regions(rows, log)
    ask_for_lost_zeros(rows, log)
    asked = tell_stops_apart(rows, log)
    tell_missing_languages(rows, asked, log)
    ask_for_swapped_places(rows, log)
    tell_long_texts(rows, log)
    tell_what_is_not_shown(rows, log)
    return rows


def _tell_unused_answers(rows: Sequence[StopRow], answers: Answers, log: TableLog) -> None:
    """Tell of answers for rows that are not there, or are no stops: the table may have been sorted since."""
    known = {row.row for row in rows} | answers.left_out
    for number in sorted(answers.rows.keys() - known):
        log.tell("map_entry_unused", detail=f"[rows.{number}]", group=number)


def known_kinds() -> tuple[str, ...]:
    """Return the kinds of findings that can be accepted."""
    return tuple(name for name, kind in KINDS.items() if kind.instead)
