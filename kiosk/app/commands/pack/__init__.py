"""``kiosk pack``: author, build, sign, install and look after content packs.

One module a subcommand, each with ``add_arguments`` and ``run`` like a command's own.
"""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path

from kiosk.app.output import Output

# The order is the order in the help: an author's way from an idea to a device.
SUBCOMMANDS = {
    "new": "make a new pack source: an example to fill in, or one from a table",
    "check": "say everything that is wrong or missing in a pack's source",
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
    commands = parser.add_subparsers(dest="pack_command", required=True, metavar="SUBCOMMAND")
    for name, words in SUBCOMMANDS.items():
        command = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
        importlib.import_module(f"{__name__}.{name}").add_arguments(command)
        repeat_shared_arguments(command)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Run the subcommand; 0 for done, 1 where the answer is no."""
    module = importlib.import_module(f"{__name__}.{arguments.pack_command}")
    return int(module.run(arguments, out))


def repeat_shared_arguments(command: argparse.ArgumentParser) -> None:
    """Take the shared options at the end as well, where people write them."""
    suppressed = argparse.SUPPRESS
    command.add_argument(
        "--json", action="store_true", default=suppressed, help="print one JSON object a line"
    )
    command.add_argument(
        "--data", type=Path, default=suppressed, metavar="DIR", help="the device's data folder"
    )
