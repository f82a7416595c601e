"""``kiosk hub account list``: tell which accounts there are."""

from __future__ import annotations

import argparse
from contextlib import closing

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the action takes."""
    add_database_argument(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """List the accounts by name."""
    from kiosk.hub.accounts import list_accounts
    from kiosk.hub.database import open_database

    with closing(open_database(choose_database(arguments))) as database, database.reading() as connection:
        accounts = list_accounts(connection)
    for one in accounts:
        state = "shut" if one.is_disabled else ""
        out.answer(one.as_dict(), f"{one.name:<24}  {one.role:<9}  {one.site or 'all sites':<20}  {state}".rstrip())  # fmt: skip
    if not accounts:
        out.note("There is no account: kiosk hub account add NAME --role operator makes one.")
    return 0
