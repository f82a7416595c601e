"""``kiosk hub packs add``: show the hub a pack."""

from __future__ import annotations

import argparse
import time
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the action takes."""
    parser.add_argument("pack", type=Path, metavar="FILE", help="an .hpack, or a folder that was published")
    add_database_argument(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Read the pack and say what the hub learnt."""
    from kiosk.hub.database import open_database
    from kiosk.hub.pack_shown import add_pack

    now_ms = time.time_ns() // 1_000_000
    with closing(open_database(choose_database(arguments))) as database, database.writing() as connection:
        added = add_pack(connection, arguments.pack, now_ms)
    words = (
        f"{added.pack} {added.version}: {', '.join(added.sites)}, titles of {added.stops} stops,"
        f" {added.on_a_plan} of them on a plan"
    )
    out.answer(asdict(added), words)
    return 0
