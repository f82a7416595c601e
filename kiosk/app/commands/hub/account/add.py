"""``kiosk hub account add``: make an account for one person."""

from __future__ import annotations

import argparse
import time
from contextlib import closing

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output
from kiosk.app.typed_password import add_password_argument, get_password

ROLES = ("operator", "site", "read-only")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the action takes."""
    parser.add_argument("name", metavar="NAME", help="what the person types to log in")
    parser.add_argument(
        "--role",
        choices=ROLES,
        required=True,
        help="operator: everything; site: all of one site; read-only: look and change nothing",
    )
    parser.add_argument("--site", metavar="ID", help="the only site that the account sees")
    add_password_argument(parser)
    add_database_argument(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Make the account."""
    from kiosk.hub.accounts import Role, add_account
    from kiosk.hub.database import open_database

    with closing(open_database(choose_database(arguments))) as database:
        password = get_password(arguments)
        with database.writing() as connection:
            account = add_account(
                connection,
                arguments.name,
                Role(arguments.role),
                arguments.site,
                password,
                time.time_ns() // 1_000_000,
            )
    out.answer(
        account.as_dict(), f"{account.name} can log in ({account.role}, {account.site or 'all sites'})"
    )
    return 0
