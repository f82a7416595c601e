"""``kiosk hub tickets``: issue tickets, see what became of them, take them out of use, look after their keys."""

from __future__ import annotations

import argparse
from typing import Final

from kiosk.app.output import Output
from kiosk.app.subcommands import add_subcommands, run_subcommand

# The order is the order in the help.
ACTIONS = {
    "issue": "make tickets: a sheet to print and a list for the till",
    "list": "tell what was issued and what became of it",
    "void": "take tickets out of use: all of one issue, or one by its code",
    "keys": "tell of the keys of tickets, change them, or write them to a file for devices without a network",
}
_DEST: Final = "action"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and what each takes."""
    add_subcommands(parser, __name__, ACTIONS, _DEST)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Run the action; 0 for done, 1 where the answer is no."""
    return run_subcommand(__name__, arguments, out, _DEST)
