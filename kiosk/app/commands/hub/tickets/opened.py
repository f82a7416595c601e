"""The hub's database for a command about tickets, and who is said to have given it."""

from __future__ import annotations

import argparse
import getpass
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from kiosk.app.hub_options import choose_database

if TYPE_CHECKING:
    from kiosk.hub.database import Connection


@contextmanager
def opened(arguments: argparse.Namespace, *, writing: bool = False) -> Iterator[Connection]:
    """Give a connection in one transaction.

    Raises:
        KioskError: ``hub.database-not-opened`` and the like.
    """
    from kiosk.hub.database import open_database

    with (
        closing(open_database(choose_database(arguments))) as database,
        database.writing() if writing else database.reading() as connection,
    ):
        yield connection


def now_ms() -> int:
    """Return the time, UTC, ms since 1970."""
    return time.time_ns() // 1_000_000


def name_seller() -> str:
    """Return who gives the command, for the record."""
    try:
        return f"command line, {getpass.getuser()}"
    except (KeyError, OSError):  # an account without a name
        return "command line"
