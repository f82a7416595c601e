"""``kiosk keys revoke``: a root key, or a site's curators, sign no more."""

from __future__ import annotations

import argparse

from kiosk.app.commands.keys.said import answer_change
from kiosk.app.key_options import add_key_arguments, open_ring
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "key", metavar="KEY", help="a root key's name or the start of its id, or the curators' name"
    )
    add_key_arguments(parser, sign_with=True)
    parser.add_argument(
        "--withdraw", action="store_true", help="with curators: take back what they have published as well"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Revoke it."""
    from kiosk.packs.publishing.handover import find_role, revoke_curators
    from kiosk.packs.publishing.root_change import revoke_root_key

    ring = open_ring(arguments)
    if find_role(ring.state().targets.signed, arguments.key) is None:
        return answer_change(revoke_root_key(ring, arguments.key), ring, out)
    releases = revoke_curators(ring, arguments.key, withdraw=arguments.withdraw)
    fate = "withdrawn" if arguments.withdraw else "yours now"
    words = (
        f"{arguments.key} sign no more; what they published ({', '.join(releases) or 'nothing'}) is {fate}"
    )
    record = {"result": "revoked", "releases": list(releases), "withdrawn": arguments.withdraw}
    out.answer(record, f"{words}. Publish, so that devices learn of it: kiosk pack publish --to DIR")
    return 0
