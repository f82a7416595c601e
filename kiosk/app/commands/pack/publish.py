"""``kiosk pack publish``: signed packs come onto a stick, or into the folder that a hub or web server shows."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.commands.pack.progress_line import show_progress_line
from kiosk.app.commands.pack.progress_told import tell_progress, with_bytes
from kiosk.app.commands.pack.said import format_megabytes, show_progress
from kiosk.app.key_options import add_key_arguments, open_ring
from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.packs.progress import OnProgress
    from kiosk.packs.publishing.publish import Published


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
        "--progress", action="store_true", help="print how far it is as JSON, for a program that watches"
    )
    parser.add_argument(
        "--thorough", action="store_true", help="read what is there already, and copy anew what has gone bad"
    )
    add_key_arguments(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Publish, and say what was copied."""
    plainly = show_progress(out)
    if arguments.progress:
        done = _publish(arguments, tell_progress(out))
    else:
        with show_progress_line(out, plainly) as listener:
            done = _publish(arguments, listener if listener is plainly else with_bytes(listener))
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


def _publish(arguments: argparse.Namespace, on_progress: OnProgress) -> Published:
    from kiosk.packs.publishing.publish import publish

    return publish(
        arguments.packs,
        open_ring(arguments),
        arguments.to,
        on_progress,
        newest_only=arguments.newest_only,
        thorough=arguments.thorough,
    )
