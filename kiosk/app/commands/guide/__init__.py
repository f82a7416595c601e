"""``kiosk guide``: ask the guide what its pages ask it, without a screen.

One module a subcommand, each with ``add_arguments`` and ``run`` like a command's own.
"""

from __future__ import annotations

import argparse

from kiosk.app.output import Output
from kiosk.app.subcommands import add_subcommands, run_subcommand

# The order is the order in the help.
SUBCOMMANDS = {
    "suggest": "say which stops to see next, and why",
    "plan": "make a tour that fits into a visitor's time, or say how long a ready-made one takes",
    "expect": "say what 20, 40, 60 and 90 minutes hold, and what is closed",
    "nearby": "say which sites are near, how far they are and whether they are open",
    "evaluate": "try suggestions and tours on recorded visits, beside four plain ways",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the subcommands and what each takes."""
    add_subcommands(parser, __name__, SUBCOMMANDS)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Run the subcommand; 0 for done, 1 where the answer is no."""
    return run_subcommand(__name__, arguments, out)
