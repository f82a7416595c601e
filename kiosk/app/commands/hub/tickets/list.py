"""``kiosk hub tickets list``: what was issued and what became of it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from kiosk.app.commands.hub.tickets.opened import opened
from kiosk.app.hub_options import add_database_argument
from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.hub.tickets_list import IssueRecord


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the action takes."""
    add_database_argument(parser)
    parser.add_argument("--site", metavar="ID", help="of this site only")
    parser.add_argument(
        "--most", type=int, default=100, metavar="N", help="the newest N issues (default: 100)"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Print one line an issue, the newest first."""
    from kiosk.hub.tickets_list import list_issues

    with opened(arguments) as connection:
        records = list_issues(connection, arguments.site, arguments.most)
    for record in records:
        out.answer(_as_record(record), _in_words(record))
    if not records:
        out.note("No tickets were issued.")
    return 0


def _as_record(record: IssueRecord) -> dict[str, object]:
    days = {"first_day": record.first_day.isoformat(), "last_day": record.last_day.isoformat()}
    return asdict(record) | days


def _in_words(record: IssueRecord) -> str:
    parts = [
        f"{record.name}  {record.site}  {record.first_day} to {record.last_day}",
        f"{record.count} tickets for {record.party}, product {record.product}, class {record.price_class}",
        "its keys are retired" if record.used is None else f"{record.used} used on {record.devices} devices",
    ]
    if record.void:
        parts.append(f"{record.void} void")
    return ", ".join(parts)
