"""``kiosk hub packs list``: which packs the hub was shown."""

from __future__ import annotations

import argparse
from contextlib import closing

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the action takes."""
    add_database_argument(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Print one line a site, by its id."""
    from kiosk.hub.database import open_database
    from kiosk.hub.pack_shown import list_known_packs

    with closing(open_database(choose_database(arguments))) as database, database.reading() as connection:
        known = list_known_packs(connection)
    for one in known:
        out.answer(one, f"{one['site']}  {one['title']}  {one['pack']} {one['version']}")
    if not known:
        out.note("The hub was shown no pack yet: kiosk hub packs add FILE.hpack")
    return 0
