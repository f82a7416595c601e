"""``kiosk hub messages``: what visitors said, on its way into a pack."""

from __future__ import annotations

import argparse
from typing import Final

from kiosk.app.output import Output
from kiosk.app.subcommands import add_subcommands, run_subcommand

ACTIONS = {"export": "write what was let through into a pack's source"}
_DEST: Final = "action"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and what each takes."""
    add_subcommands(parser, __name__, ACTIONS, _DEST)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Run the action; 0 for done, 1 where the answer is no."""
    return run_subcommand(__name__, arguments, out, _DEST)
