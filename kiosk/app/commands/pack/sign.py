"""``kiosk pack sign``: a pack's file carries the signature that devices ask for."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.key_options import add_key_arguments, make_ask, open_ring
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("packs", type=Path, nargs="+", metavar="FILE.hpack", help="what to sign, in place")
    add_key_arguments(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Sign the files as their operator, or as their site's curators where the keys are theirs."""
    from kiosk.packs.publishing.curator_ring import is_curator_ring, sign_as_curator
    from kiosk.packs.publishing.sign_hpack import sign_packs

    by_curators = is_curator_ring(arguments.keys)
    if by_curators:
        ask = make_ask(arguments.passphrase_file)
        releases = sign_as_curator(arguments.packs, arguments.keys, ask)
    else:
        releases = sign_packs(arguments.packs, open_ring(arguments))
    for pack_id, version in releases:
        next_step = ", for the operator to publish" if by_curators else ""
        record = {"result": "signed", "pack": pack_id, "version": version, "by_curators": by_curators}
        out.answer(record, f"Signed {pack_id} {version}{next_step}")
    return 0
