"""Shutting an account and opening it again: what the two actions have in common."""

from __future__ import annotations

import argparse
import time
from contextlib import closing
from typing import TYPE_CHECKING

from kiosk.app.hub_options import add_database_argument, choose_database

if TYPE_CHECKING:
    from kiosk.hub.accounts import Account


def add_shutting_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare whose account it is."""
    parser.add_argument("name", metavar="NAME", help="an account of kiosk hub account list")
    add_database_argument(parser)


def set_shut(arguments: argparse.Namespace, *, shut: bool) -> Account:
    """Shut the account that was named, or open it, and return it.

    Raises:
        KioskError: ``hub.account-unknown``.
    """
    from kiosk.hub.accounts import set_disabled
    from kiosk.hub.database import open_database

    with closing(open_database(choose_database(arguments))) as database, database.writing() as connection:
        return set_disabled(connection, arguments.name, time.time_ns() // 1_000_000, disabled=shut)
