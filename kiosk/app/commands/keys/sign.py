"""``kiosk keys sign``: one root key after the other signs a change that waits."""

from __future__ import annotations

import argparse

from kiosk.app.commands.keys.said import answer_change
from kiosk.app.key_options import add_key_arguments, open_ring
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    add_key_arguments(parser, sign_with=True)
    parser.add_argument("--drop", action="store_true", help="forget the change that waits instead")


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Sign what waits, or forget it."""
    from kiosk.packs.publishing.waiting_roots import (
        describe_pending,
        drop_pending,
        read_pending,
        sign_pending,
    )

    ring = open_ring(arguments)
    if not arguments.drop:
        # Whoever is asked for a pass-phrase is told first what it will sign.
        if roots := read_pending(ring):
            out.note(f"The change {describe_pending(ring.state(), roots)}")
        return answer_change(sign_pending(ring), ring, out)
    drop_pending(ring)
    out.answer({"result": "dropped"}, "No change of keys waits any more")
    return 0
