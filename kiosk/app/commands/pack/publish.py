"""``kiosk pack publish``: signed packs come onto a stick, or into the folder that a hub or web server shows."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.commands.pack.said import format_megabytes, show_progress
from kiosk.app.key_options import add_key_arguments, open_ring
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "packs",
        type=Path,
        nargs="*",
        metavar="FILE.hpack",
        help="what to publish; none: only withdrawals and new keys",
    )
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="the stick or the folder")
    parser.add_argument("--newest-only", action="store_true", help="take older versions off it afterwards")
    parser.add_argument(
        "--thorough", action="store_true", help="read what is there already, and copy anew what has gone bad"
    )
    add_key_arguments(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Publish, and say what was copied."""
    from kiosk.packs.publishing.publish import publish

    done = publish(
        arguments.packs,
        open_ring(arguments),
        arguments.to,
        show_progress(out),
        newest_only=arguments.newest_only,
        thorough=arguments.thorough,
    )
    for release in done.learned:
        out.note(f"note: {release} was found there, signed with these keys, and is on your list again")
    record = {
        "result": "published",
        "packs": [{"pack": pack_id, "version": version} for pack_id, version in done.releases],
        "to": str(arguments.to),
        "copied_bytes": done.copied_bytes,
        "reused_bytes": done.reused_bytes,
        "removed_bytes": done.removed_bytes,
        "learned": list(done.learned),
    }
    names = ", ".join(f"{pack_id} {version}" for pack_id, version in done.releases) or "the newest signatures"
    copied = (
        f"{format_megabytes(done.copied_bytes)} copied, {format_megabytes(done.reused_bytes)} already there"
    )
    out.answer(record, f"Published {names} to {arguments.to}: {copied}")
    return 0
