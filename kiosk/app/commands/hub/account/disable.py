"""``kiosk hub account disable``: shut an account."""

from __future__ import annotations

import argparse

from kiosk.app.commands.hub.account.shutting import add_shutting_arguments, set_shut
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the action takes."""
    add_shutting_arguments(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Shut the account; its sessions end at once."""
    account = set_shut(arguments, shut=True)
    out.answer(account.as_dict(), f"{account.name} is shut, and was logged out everywhere")
    return 0
