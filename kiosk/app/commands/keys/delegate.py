"""``kiosk keys delegate``: the operator lets a site's curators sign its packs."""

from __future__ import annotations

import argparse

from kiosk.app.key_options import add_key_arguments, open_ring
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "prefix", metavar="PREFIX", help="a pack's id, or the beginning of several: in.delhi.*"
    )
    parser.add_argument(
        "--to",
        required=True,
        metavar="CURATORS",
        help="the file they handed over, or their name where they have a site",
    )
    add_key_arguments(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Hand the site over."""
    from kiosk.packs.publishing.handover import delegate

    role = delegate(open_ring(arguments), arguments.prefix, arguments.to)
    record = {"result": "delegated", "prefix": arguments.prefix, "role": role}
    out.answer(record, f"Packs of {arguments.prefix} are signed by {role} from now on, and published by you")
    return 0
