"""``kiosk hub backup``: write the whole database to one file, while the hub serves."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="a new file; it holds the hub's keys: keep it safe"
    )
    add_database_argument(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Write the backup and say what is in it."""
    from kiosk.hub.backup import back_up
    from kiosk.hub.database import open_database

    with closing(open_database(choose_database(arguments))) as database:
        done = back_up(database, arguments.file)
    record = {
        "file": str(arguments.file),
        "rows": done.rows,
        "made_at": done.made_at,
        "revision": done.revision,
    }
    out.answer(record, f"{done.rows:,} rows of {database.name} are in {arguments.file}")
    return 0
