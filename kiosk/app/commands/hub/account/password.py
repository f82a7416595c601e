"""``kiosk hub account password``: give an account another password."""

from __future__ import annotations

import argparse
from contextlib import closing

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output
from kiosk.app.typed_password import add_password_argument, get_password


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the action takes."""
    parser.add_argument("name", metavar="NAME", help="an account of kiosk hub account list")
    add_password_argument(parser)
    add_database_argument(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Change the password, end the account's sessions, and forget who tried in vain."""
    from kiosk.hub.accounts import get_account, set_password
    from kiosk.hub.database import open_database
    from kiosk.hub.log_in import forgive_account

    with closing(open_database(choose_database(arguments))) as database:
        with database.reading() as connection:
            get_account(connection, arguments.name)
        password = get_password(arguments)
        with database.writing() as connection:
            account = set_password(connection, arguments.name, password)
            forgive_account(connection, account.name)
    out.answer(account.as_dict(), f"{account.name} has another password, and was logged out everywhere")
    return 0
