"""``kiosk pack``: author, build, sign, install and look after content packs.

One module a subcommand, each with ``add_arguments`` and ``run`` like a command's own.
"""

from __future__ import annotations

import argparse

from kiosk.app.output import Output
from kiosk.app.subcommands import add_subcommands, run_subcommand

# The order is the order in the help: an author's way from an idea to a device.
SUBCOMMANDS = {
    "new": "make a new pack source: an example to fill in, or one from a table",
    "check": "say everything that is wrong or missing in a pack's source",
    "narrate": "let a computer's voice tell the texts that nobody recorded",
    "align": "find when each word of a recording is spoken, for captions that follow it",
    "build": "build a pack from a folder with pack.toml or stops.csv",
    "sign": "sign packs with your key, so that devices take them",
    "publish": "put signed packs on a stick or into a folder for devices",
    "withdraw": "take a published version back: devices install it no more",
    "labels": "write a sheet of the stops' codes to print (PDF)",
    "inspect": "verify a pack's file and say what is in it",
    "install": "install a pack on this device and show it",
    "list": "list the packs on this device",
    "activate": "show another version that is on this device: go back",
    "remove": "remove a version from this device",
    "scrub": "read everything installed again, and mend what has rotted",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the subcommands and what each takes."""
    add_subcommands(parser, __name__, SUBCOMMANDS)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Run the subcommand; 0 for done, 1 where the answer is no."""
    return run_subcommand(__name__, arguments, out)
