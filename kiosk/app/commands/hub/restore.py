"""``kiosk hub restore``: fill an empty database with a backup."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("file", type=Path, metavar="FILE", help="what kiosk hub backup wrote")
    add_database_argument(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Restore the backup and say what came back."""
    from kiosk.hub.backup import restore
    from kiosk.hub.database.address import format_address, parse_address

    address = choose_database(arguments)
    done = restore(address, arguments.file)
    name = format_address(parse_address(address))
    record = {"database": name, "rows": done.rows, "made_at": done.made_at, "revision": done.revision}
    out.answer(record, f"{done.rows:,} rows were restored into {name}")
    return 0
