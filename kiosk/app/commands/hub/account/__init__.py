"""``kiosk hub account``: the people who may look at the hub's pages."""

from __future__ import annotations

import argparse
from typing import Final

from kiosk.app.output import Output
from kiosk.app.subcommands import add_subcommands, run_subcommand

# The order is the order in the help.
ACTIONS = {
    "add": "make an account for one person",
    "list": "tell which accounts there are",
    "password": "give an account another password; whoever uses it is logged out",
    "disable": "shut an account; whoever uses it is logged out at once",
    "enable": "open an account again that was shut",
}
_DEST: Final = "action"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and what each takes."""
    add_subcommands(parser, __name__, ACTIONS, _DEST)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Run the action; 0 for done, 1 where the answer is no."""
    return run_subcommand(__name__, arguments, out, _DEST)
