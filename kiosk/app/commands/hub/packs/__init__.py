"""``kiosk hub packs``: what the hub's pages know of packs, so that stops have titles and moves a plan."""

from __future__ import annotations

import argparse
from typing import Final

from kiosk.app.output import Output
from kiosk.app.subcommands import add_subcommands, run_subcommand

# The order is the order in the help.
ACTIONS = {
    "add": "show the hub a pack: its pages then have stops by their titles and moves on the plan",
    "list": "tell which packs the hub was shown",
}
_DEST: Final = "action"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and what each takes."""
    add_subcommands(parser, __name__, ACTIONS, _DEST)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Run the action; 0 for done, 1 where the answer is no."""
    return run_subcommand(__name__, arguments, out, _DEST)
