"""``kiosk hub tickets void``: take tickets out of use."""

from __future__ import annotations

import argparse

from kiosk.app.commands.hub.tickets.opened import name_seller, now_ms, opened
from kiosk.app.hub_options import add_database_argument
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the action takes."""
    parser.epilog = (
        "Devices that reach the hub know within a minute or so; those without a network do not."
        " Keys that are retired (kiosk hub tickets keys --retire) end all tickets under them at once."
    )
    add_database_argument(parser)
    parser.add_argument(
        "what",
        metavar="ISSUE|CODE",
        help="the name of an issue (six signs), or a ticket's code, typed or scanned",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Take them out of use; 1 where none of them opened anything any more."""
    from kiosk.hub.tickets_issue import NAME_LENGTH
    from kiosk.hub.tickets_list import void_code, void_issue

    with opened(arguments, writing=True) as connection:
        work = void_issue if len(arguments.what) == NAME_LENGTH else void_code
        count = int(work(connection, arguments.what, name_seller(), now_ms()))
    words = f"{count} taken out of use." if count else "Nothing was left to take out of use."
    out.answer({"void": count}, words)
    return 0 if count else 1
