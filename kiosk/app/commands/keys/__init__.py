"""``kiosk keys``: make, look after and exchange the keys that packs are signed with.

One module a subcommand, each with ``add_arguments`` and ``run`` like a command's own.
"""

from __future__ import annotations

import argparse
import importlib

from kiosk.app.commands.pack import repeat_shared_arguments
from kiosk.app.output import Output

# The order is the order in the help.
SUBCOMMANDS = {
    "new": "make the keys that your packs are signed with",
    "show": "say whose keys these are, where they lie and what was signed",
    "rotate": "put a new key in the place of one",
    "revoke": "take a root key out, or take a site back from its curators",
    "sign": "sign a change of keys that waits for root keys",
    "recover": "make the key folder anew from a stick, where the folder is lost and a key is not",
    "curator": "make the key of a site's curators, for them to use",
    "delegate": "hand a site to its curators",
    "trust": "have this device show the packs of one publisher",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the subcommands and what each takes."""
    commands = parser.add_subparsers(dest="keys_command", required=True, metavar="SUBCOMMAND")
    for name, words in SUBCOMMANDS.items():
        command = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
        importlib.import_module(f"{__name__}.{name}").add_arguments(command)
        repeat_shared_arguments(command)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Run the subcommand; 0 for done, 1 where the answer is no."""
    module = importlib.import_module(f"{__name__}.{arguments.keys_command}")
    return int(module.run(arguments, out))
