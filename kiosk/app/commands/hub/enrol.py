"""``kiosk hub enrol``: make a code with which one device comes in."""

from __future__ import annotations

import argparse
import time
from contextlib import closing
from pathlib import Path

from kiosk.app.hub_options import add_database_argument, choose_database
from kiosk.app.output import Output
from kiosk.model.errors import KioskError

MOST_HOURS = 24 * 31
_HOUR_MS = 3_600_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    add_database_argument(parser)
    parser.add_argument(
        "--site", metavar="ID", help="where the device will stand; it checks this site's tickets"
    )
    parser.add_argument("--name", help="what the device will be called (default: what it calls itself)")
    parser.add_argument(
        "--hours",
        type=int,
        default=1,
        metavar="N",
        help="for how long the code is good (default: %(default)s)",
    )
    parser.add_argument("--url", default="", help="the hub's address as devices reach it, for the QR code")
    parser.add_argument(
        "--qr", type=Path, metavar="FILE", help="write a QR code to scan (.png or .svg); needs --url"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Make a code and show it; it is kept nowhere but as a hash."""
    from kiosk.hub.database import open_database
    from kiosk.hub.enrolment_codes import make_code
    from kiosk.hub.hub_keys import provide_hub_keys
    from kiosk.seals.keys import format_fingerprint

    if not 1 <= arguments.hours <= MOST_HOURS:
        raise _refusal(
            "--hours", f"1 to {MOST_HOURS}", str(arguments.hours), "Choose another number of hours"
        )
    if arguments.qr is not None and not arguments.url:
        raise _refusal(
            "--qr", "the hub's address too", "none", "Add --url with the address that devices reach"
        )
    now_ms = time.time_ns() // 1_000_000
    with closing(open_database(choose_database(arguments))) as database, database.writing() as connection:
        fingerprint = format_fingerprint(provide_hub_keys(connection, now_ms).public)
        code = make_code(
            connection,
            site=arguments.site,
            name=arguments.name,
            made_by="the command line",
            now_ms=now_ms,
            valid_ms=arguments.hours * _HOUR_MS,
        )
    text = f"kiosk-enrol:{arguments.url}#{code}"
    if arguments.qr is not None:
        _draw(text, arguments.qr)
    record = {
        "code": code,
        "site": arguments.site,
        "name": arguments.name,
        "hours": arguments.hours,
        "qr": text,
        "hub_fingerprint": fingerprint,
    }
    hub = arguments.url or "URL"
    words = f"{code}\nOn the device: kiosk sync enrol --hub {hub} --code {code}"
    out.answer(record, f"{words}\nIt then says that the hub's keys have the fingerprint {fingerprint}")
    return 0


def _draw(text: str, path: Path) -> None:
    import segno

    try:
        segno.make_qr(text, error="m").save(str(path), scale=8, border=4)
    except (OSError, ValueError) as error:
        raise _refusal(
            str(path), "a file that can be written, .png or .svg", str(error), "Choose another file"
        ) from error


def _refusal(thing: str, expected: str, found: str, remedy: str) -> KioskError:
    return KioskError(
        "No code was made",
        thing=thing,
        expected=expected,
        found=found,
        remedy=remedy,
        code="app.enrolment-code-refused",
    )
