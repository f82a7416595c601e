"""``kiosk hub account enable``: open an account again that was shut."""

from __future__ import annotations

import argparse

from kiosk.app.commands.hub.account.shutting import add_shutting_arguments, set_shut
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the action takes."""
    add_shutting_arguments(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Open the account again, with the password it had."""
    account = set_shut(arguments, shut=False)
    out.answer(account.as_dict(), f"{account.name} can log in again")
    return 0
