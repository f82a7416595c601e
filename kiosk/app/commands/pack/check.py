"""``kiosk pack check``: everything that is wrong or missing in a pack's source, at once."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.commands.pack.progress_line import show_progress_line
from kiosk.app.commands.pack.said import answer_findings
from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.authoring.check import CheckReport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the pack's source")


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Check the source and tell everything found; 1 where no pack can be built of it."""
    from kiosk.authoring.check import check_source

    with show_progress_line(out) as on_progress:
        report = check_source(arguments.folder, on_progress=on_progress)
    answer_report(report, out)
    return 1 if report.refuses else 0


def answer_report(report: CheckReport, out: Output) -> None:
    """Print what was found, how much is told in each language, and whether a pack can be built."""
    from kiosk.authoring.check_coverage import format_coverage
    from kiosk.authoring.check_table import format_count

    answer_findings(report.findings, out)
    if report.source is not None:
        for line in ("", *format_coverage(report.source, report.coverage), ""):
            out.note(line)
    may = "No pack can be built of it yet" if report.refuses else "A pack can be built of it"
    record = {
        "result": "refused" if report.refuses else "ready",
        "pack": report.source.id if report.source else "",
        "folder": str(report.folder),
        "stops": len(report.source.stops) if report.source else 0,
        "counts": report.count_all(),
        "coverage": [language.as_record() for language in report.coverage],
    }
    out.answer(record, f"{may}: {format_count(report.findings)} in {report.folder}")
