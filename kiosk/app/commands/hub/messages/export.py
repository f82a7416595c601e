"""``kiosk hub messages export``: write what was let through into a pack's source."""

from __future__ import annotations

import argparse
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.hub.voices_export import Exported


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the action takes."""
    add_database_argument(parser)
    parser.add_argument("--site", metavar="ID", required=True, help="whose messages")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        required=True,
        help="the pack's source, or a folder to copy into it; what an earlier export wrote there is replaced",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Write the files and say what is in them."""
    from kiosk.hub.database import open_database
    from kiosk.hub.voices_export import export_voices, has_messages

    with closing(open_database(choose_database(arguments))) as database, database.reading() as connection:
        if not has_messages(connection, arguments.site):
            raise KioskError(
                "Nothing was written",
                thing=arguments.site,
                expected="a site of which messages came",
                found="none",
                remedy="Look at the id of the site on the hub's pages",
                code="app.site-without-messages",
            )
        exported = export_voices(connection, arguments.site, arguments.out)
    out.answer(asdict(exported), _describe(exported, arguments.out))
    return 0


def _describe(done: Exported, folder: Path) -> str:
    lines = [
        f"{done.messages} messages, {done.about_site} about the site and the others about {done.stops} stops,"
        f" {done.recordings} recordings, are in {folder}"
        if done.messages
        else "No message was let through yet: decide on the hub's page Messages",
        f"{done.removed} files of an earlier export went away" if done.removed else "",
        f"{done.without_stop} are about stops that the source does not have" if done.without_stop else "",
        f"{done.too_many} were left out: a stop takes the newest 200, and the site too" if done.too_many else "",
        f"Look it through: kiosk pack check {folder}" if done.messages or done.removed else "",
    ]  # fmt: skip
    return "\n".join(filter(None, lines))
