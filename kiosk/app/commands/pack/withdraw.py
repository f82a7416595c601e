"""``kiosk pack withdraw``: the publisher no longer stands for a version."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.key_options import add_key_arguments, open_ring
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("id", metavar="ID", help="the pack's id")
    parser.add_argument("version", type=int, metavar="VERSION", help="the version's number")
    parser.add_argument(
        "--to", type=Path, metavar="DIR", help="publish the withdrawal to this stick or folder at once"
    )
    add_key_arguments(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Take the version back."""
    from kiosk.packs.publishing.listing import withdraw
    from kiosk.packs.publishing.publish import publish

    ring = open_ring(arguments)
    withdraw(ring, arguments.id, arguments.version)
    if arguments.to is not None:
        publish([], ring, arguments.to)
    where = (
        f"{arguments.to} says so"
        if arguments.to
        else "publish it to every stick and folder: kiosk pack publish --to DIR"
    )
    record = {"result": "withdrawn", "pack": arguments.id, "version": arguments.version}
    out.answer(record, f"Withdrew {arguments.id} {arguments.version}; {where}")
    return 0
