"""``kiosk keys curator``: a site's curators make a key of their own."""

from __future__ import annotations

import argparse

from kiosk.app.key_options import add_key_arguments, make_ask
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("--name", required=True, metavar="NAME", help="who they are, say Mill curators")
    add_key_arguments(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Make the key, and say what to hand over."""
    from kiosk.packs.publishing.curator_ring import make_curator_ring

    file = make_curator_ring(arguments.keys, arguments.name, make_ask(arguments.passphrase_file))
    words = (
        f"Made the key of {arguments.name} in {arguments.keys}\n"
        f"Hand {file} to the operator, once. It is public; the rest of the folder is not.\n"
        f"Keep a copy of {arguments.keys} in another building, and the pass-phrase in a third place."
    )
    out.answer({"result": "made", "name": arguments.name, "hand_over": str(file)}, words)
    return 0
