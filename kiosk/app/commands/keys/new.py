"""``kiosk keys new``: one command, one key, for one museum; root keys kept apart, for a chain."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.key_options import add_key_arguments, make_ask
from kiosk.app.output import Output

_KEEP = """\
Keep a copy of {folder} in another building, and the pass-phrase in a third place.
Whoever has both can sign in your name. Without them you cannot publish for devices that trust this key:
each of them would have to be told to trust a new one.
Write this on paper for whoever sets up devices, and keep it with them:
  {name}  {fingerprint}"""
_OFFLINE = """\
The root keys are these files. Move each onto a stick of its own, for a person of its own, and remove it here:
{files}
{threshold} of them together can exchange or revoke keys; nobody needs them to publish."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("--name", required=True, metavar="NAME", help="whose packs they are; devices show it")
    add_key_arguments(parser)
    parser.add_argument(
        "--roots",
        type=int,
        default=0,
        metavar="N",
        help="for a chain: so many root keys, kept apart from the daily key",
    )
    parser.add_argument(
        "--threshold",
        type=int,
        default=1,
        metavar="N",
        help="so many root keys have to sign together (default: 1)",
    )
    parser.add_argument(
        "--root-to",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="a stick for a root key, one after the other; by default they are written beside the other keys",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Make the keys and say what has to be kept, and where."""
    from kiosk.packs.publishing.new_ring import make_ring
    from kiosk.packs.trust.fingerprint import make_fingerprint

    ring = make_ring(
        arguments.keys,
        arguments.name,
        make_ask(arguments.passphrase_file),
        roots=arguments.roots,
        threshold=arguments.threshold,
        root_places=arguments.root_to,
    )
    fingerprint = make_fingerprint(ring.state().root_raw)
    words = [f"Made the keys of {arguments.name} in {arguments.keys}"]
    offline = sorted(str(path) for path in (arguments.keys / "offline").glob("*/*.pem"))
    if offline:
        files = "\n".join(f"  {path}" for path in offline)
        words.append(_OFFLINE.format(files=files, threshold=arguments.threshold))
    words.append(_KEEP.format(folder=arguments.keys, name=arguments.name, fingerprint=fingerprint))
    record = {
        "result": "made",
        "name": arguments.name,
        "keys": str(arguments.keys),
        "fingerprint": fingerprint,
        "root_keys": offline,
    }
    out.answer(record, "\n".join(words))
    return 0
