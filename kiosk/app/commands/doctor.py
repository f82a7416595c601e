"""``kiosk doctor``: what is wrong with this device, and what to do."""

from __future__ import annotations

import argparse

from kiosk.app.output import Output

MARKS = {"ok": "ok  ", "warn": "warn", "fail": "FAIL"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--hub", metavar="URL", help="the hub to look for, instead of the one in the settings"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Print every finding; 1 when one of them is a fault."""
    from kiosk.app.doctor.examine import examine
    from kiosk.app.doctor.finding import Status

    findings = list(examine(arguments.data, arguments.hub))
    for finding in findings:
        remedy = f"\n              {finding.remedy}" if finding.remedy else ""
        out.answer(finding.as_dict(), f"{MARKS[finding.status]}  {finding.check:<9} {finding.found}{remedy}")
    return 1 if any(finding.status is Status.FAIL for finding in findings) else 0
