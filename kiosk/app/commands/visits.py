"""``kiosk visits report|export|wipe``: what visits tell, without anyone in it."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from kiosk.app.output import Output
from kiosk.model.errors import KioskError
from kiosk.model.facts import Fact

if TYPE_CHECKING:
    from kiosk.model.disclosure import SiteReport
    from kiosk.sync.outbox import Outbox

WIPE_TIME_OUT_S = 30.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and their options."""
    parser.add_argument(
        "action",
        choices=["report", "export", "wipe"],
        help="report: attraction, holding and use of each site; export: the unlinked facts as CSV (JSON lines"
        " with --json); wipe: fold what a visit left behind, so that nothing of it is on the disk",
    )
    parser.add_argument(
        "--floor-area-m2", type=float, metavar="M2", help="report: the floor area, for the sweep rate index"
    )
    parser.add_argument(
        "--html", type=Path, metavar="FILE", help="report: write it with charts as one page, to read or print"
    )
    parser.add_argument(
        "--outside",
        action="store_true",
        help="report: for readers outside the operator's house; counts under 10 are hidden, not under 5",
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="export: where to write (default: standard output)"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Do what was asked."""
    actions = {"report": _report, "export": _export, "wipe": _wipe}
    return actions[arguments.action](arguments, out)


def _report(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.charts.report_words import describe_hiding
    from kiosk.model.suppression import HIDE_UNDER, HIDE_UNDER_OUTSIDE
    from kiosk.visits.failures import read_failures
    from kiosk.visits.reports import format_moves, format_report, make_reports

    under = HIDE_UNDER_OUTSIDE if arguments.outside else HIDE_UNDER
    failures = read_failures(arguments.data / "events.db")
    reports = make_reports(_read_facts(arguments.data), arguments.floor_area_m2, failures, under)
    if arguments.html is not None:
        _write_page(arguments.html, reports)
    for report in reports:
        out.answer(report.as_dict(), f"{format_report(report)}\n{format_moves(report)}\n")
    if reports:
        out.note(describe_hiding(reports[0]))
    else:
        out.note("No visit has been handed over yet.")
    if arguments.html is not None:
        out.note(f"The report with charts is in {arguments.html}")
    return 0


def _write_page(path: Path, reports: list[SiteReport]) -> None:
    from kiosk.visits.report_page import format_page

    made_on = time.strftime("%Y-%m-%d", time.gmtime())
    try:
        path.write_text(format_page(reports, made_on), "utf-8")
    except OSError as error:
        raise KioskError(
            "The report was not written",
            thing=str(path),
            found=error.strerror or str(error),
            remedy="Choose a file that can be written",
            code="visits.report-not-written",
        ) from error


def _export(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.visits.export import format_csv

    facts = _read_facts(arguments.data)
    if out.as_json:
        for fact in facts:
            out.answer({"fact": fact.name, **fact.values}, "")
        return 0
    with _destination(arguments.out) as stream:
        for line in format_csv(facts):
            print(line, file=stream)
    if arguments.out is not None:
        out.note(f"{len(facts)} facts are in {arguments.out}")
    return 0


def _wipe(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.spoken.shelf import SpokenShelf
    from kiosk.visits.clock import SystemClock
    from kiosk.visits.handover import Handover
    from kiosk.visits.identity import load_device
    from kiosk.visits.log import EventLog

    device = load_device(arguments.data)
    with (
        closing(EventLog(arguments.data / "events.db", device, SystemClock())) as log,
        closing(_open_outbox(arguments.data, device)) as outbox,
    ):
        handover = Handover(log, outbox, sounds=SpokenShelf(arguments.data))
        clean = handover.settle().result(WIPE_TIME_OUT_S)
    words = "Nothing of a visit is on the disk" if clean else "A reader was in the way: try again"
    out.answer({"wiped": clean}, words)
    return 0 if clean else 1


def _read_facts(data: Path) -> list[Fact]:
    from kiosk.visits.identity import load_device

    if not (data / "outbox.db").exists():
        return []
    with closing(_open_outbox(data, load_device(data))) as outbox:
        return list(outbox.read_facts())


def _open_outbox(data: Path, device: str) -> Outbox:
    from kiosk.sync.outbox import Outbox

    return Outbox(data / "outbox.db", device)


@contextmanager
def _destination(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise KioskError(
            "The facts were not exported",
            thing=str(path),
            found=error.strerror or str(error),
            remedy="Choose a file that can be written",
            code="visits.export-not-written",
        ) from error
