"""``kiosk keys rotate``: a new key takes the place of one; devices follow with the next stick."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.commands.keys.said import answer_change
from kiosk.app.key_options import add_key_arguments, open_ring
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "key",
        nargs="?",
        default="",
        metavar="KEY",
        help="its name or the start of its id; by default the daily key",
    )
    add_key_arguments(parser, sign_with=True)
    parser.add_argument(
        "--root-to", type=Path, metavar="DIR", help="the stick that a new root key is written to"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Exchange the key, or begin to where root keys have to sign still."""
    from kiosk.packs.publishing.root_change import rotate_key

    ring = open_ring(arguments)
    return answer_change(rotate_key(ring, arguments.key, arguments.root_to), ring, out)
