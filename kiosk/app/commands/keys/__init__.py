"""``kiosk keys``: make, look after and exchange the keys that packs are signed with.

One module a subcommand, each with ``add_arguments`` and ``run`` like a command's own.
"""

from __future__ import annotations

import argparse

from kiosk.app.output import Output
from kiosk.app.subcommands import add_subcommands, run_subcommand

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
    add_subcommands(parser, __name__, SUBCOMMANDS)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Run the subcommand; 0 for done, 1 where the answer is no."""
    return run_subcommand(__name__, arguments, out)
