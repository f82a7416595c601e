"""``kiosk keys recover``: the key folder is lost, and a key, or enough root keys, are not."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.commands.keys.said import answer_change
from kiosk.app.key_options import add_key_arguments, open_ring
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "--from",
        dest="tree",
        type=Path,
        required=True,
        metavar="DIR",
        help="the stick or folder published to last",
    )
    add_key_arguments(parser, sign_with=True)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Make the folder anew."""
    from kiosk.packs.publishing.recover import recover_ring

    ring = open_ring(arguments)
    return answer_change(recover_ring(ring, arguments.tree), ring, out)
