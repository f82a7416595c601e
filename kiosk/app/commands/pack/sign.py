"""``kiosk pack sign``: a pack's file carries the signature that devices ask for."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.key_options import add_key_arguments, open_ring
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("packs", type=Path, nargs="+", metavar="FILE.hpack", help="what to sign, in place")
    add_key_arguments(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Sign the files."""
    from kiosk.packs.publishing.sign_hpack import sign_packs

    for pack_id, version in sign_packs(arguments.packs, open_ring(arguments)):
        out.answer({"result": "signed", "pack": pack_id, "version": version}, f"Signed {pack_id} {version}")
    return 0
