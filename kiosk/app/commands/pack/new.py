"""``kiosk pack new``: an example of a pack source to fill in, or a source made from a table."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.commands.pack.progress_line import show_progress_line
from kiosk.app.commands.pack.said import answer_findings
from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.authoring.table_answers import Answers
    from kiosk.authoring.table_import import ImportedTable
    from kiosk.packs.findings import Finding
    from kiosk.packs.pack_source import PackSource


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the new folder")
    parser.add_argument(
        "--from",
        dest="table",
        type=Path,
        metavar="TABLE",
        help="make it from a table: stops.csv or stops.xlsx, one row for each stop and language",
    )
    parser.add_argument(
        "--media",
        type=Path,
        metavar="FOLDER",
        help="the sounds and pictures that the table names (default: media/ beside it)",
    )
    parser.add_argument(
        "--map",
        type=Path,
        metavar="FILE",
        help="your own headings and languages, and answers by row (default: import.toml beside the table)",
    )
    parser.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="KIND",
        help="go on in spite of a kind of question, as its remedy says; 'all' for every one; may be repeated",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Write the folder; with a table only if nothing is open any more."""
    if arguments.table is None:
        return _write_example(arguments.folder, out)
    return _import_table(arguments, out)


def _write_example(folder: Path, out: Output) -> int:
    from kiosk.authoring.example_source import write_example

    files = write_example(folder)
    out.answer(
        {"result": "written", "folder": str(folder), "files": len(files)},
        f"Wrote an example to fill in: {folder}. Look at it with: kiosk pack check {folder}",
    )
    return 0


def _import_table(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.authoring.new_folder import make_new_folder
    from kiosk.authoring.source_writer import write_source
    from kiosk.authoring.table_extras import list_pictures_named
    from kiosk.authoring.table_import import import_table
    from kiosk.authoring.table_source import MEDIA_FOLDER, make_table_source
    from kiosk.packs.findings import Findings, PackSourceError

    place = arguments.table.parent
    media = arguments.media or place / MEDIA_FOLDER
    with show_progress_line(out) as on_progress:
        table = import_table(
            arguments.table,
            media,
            _read_answers(arguments),
            _check_kinds(arguments.accept),
            on_progress,
            list_pictures_named(place),
        )
    findings = Findings()
    findings.extend(table.findings)
    source: PackSource | None = None
    # What it would raise is told below, with what was read.
    with suppress(PackSourceError):
        source = make_table_source(table, place, media, findings)
    _answer_table(table, findings.all, out)
    if source is None:
        if out.as_json:
            out.answer(_make_record("refused", table, findings.all), "")
        raise _say_open(arguments.table, findings.all)
    make_new_folder(arguments.folder)
    with show_progress_line(out) as on_progress:
        write_source(source, arguments.folder, on_progress)
    out.answer(
        _make_record("written", table, findings.all)
        | {"folder": str(arguments.folder), "pack": source.id, "stops": len(source.stops)},
        f"Wrote {len(source.stops)} stops in {', '.join(source.languages)} to {arguments.folder}."
        f" Look at it with: kiosk pack check {arguments.folder}",
    )
    return 0


def _read_answers(arguments: argparse.Namespace) -> Answers:
    from kiosk.authoring.table_answers import MAP_FILE, Answers, read_answers

    beside = arguments.table.parent / MAP_FILE
    if arguments.map is not None:
        return read_answers(arguments.map)
    return read_answers(beside) if beside.is_file() else Answers()


def _check_kinds(kinds: list[str]) -> frozenset[str]:
    from kiosk.authoring.table_import import known_kinds
    from kiosk.authoring.table_log import ALL

    for kind in kinds:
        if kind != ALL and kind not in known_kinds():
            raise KioskError(
                "The table was not read",
                thing=f"--accept {kind}",
                expected=f"{ALL} or one of {', '.join(known_kinds())}",
                remedy="take the word from the remedy of the finding",
                code="authoring.kind-unknown",
            )
    return frozenset(kinds)


def _answer_table(table: ImportedTable, findings: tuple[Finding, ...], out: Output) -> None:
    """Tell what was found, and to programs every row as it was read."""
    answer_findings(findings, out)
    if out.as_json:
        for row in table.rows:
            out.answer(row.as_record(), "")
    languages = ", ".join(table.languages) or "no language"
    out.note(f"Read {len(table.rows)} rows: {table.stops} stops in {languages}")


def _make_record(result: str, table: ImportedTable, findings: tuple[Finding, ...]) -> dict[str, object]:
    return {
        "result": result,
        "can_be_imported": table.can_be_imported,
        "read": {"stops": table.stops, "rows": len(table.rows), "languages": list(table.languages)},
        "findings": len(findings),
    }


def _say_open(table: Path, findings: tuple[Finding, ...]) -> KioskError:
    asked = _count("open question", sum(finding.severity.value == "ask" for finding in findings))
    blocked = _count("fault", sum(finding.severity.value == "error" for finding in findings))
    return KioskError(
        "Nothing was written",
        thing=table.name,
        found=" and ".join(part for part in (asked, blocked) if part),
        remedy="mend the table, answer in import.toml beside it, or go on with --accept as each remedy says",
        code="authoring.table-open",
    )


def _count(word: str, number: int) -> str:
    return f"{number} {word}{'s' if number > 1 else ''}" if number else ""
