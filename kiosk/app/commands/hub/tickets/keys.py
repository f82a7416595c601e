"""``kiosk hub tickets keys``: the keys that tickets, vouchers and passes are made and checked with."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.commands.hub.tickets.opened import now_ms, opened
from kiosk.app.hub_options import add_database_argument
from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.seals.paper_keys import PaperKeys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the action takes."""
    parser.epilog = (
        "Devices that are enrolled get the keys by themselves, sealed, by network or stick. --export is for a device"
        " without a hub: take the file there and have it read by kiosk staff keys FILE, then delete it."
    )
    add_database_argument(parser)
    parser.add_argument("--site", metavar="ID", help="the site")
    action = parser.add_mutually_exclusive_group()
    action.add_argument(
        "--renew", action="store_true", help="make new ones; tickets sold under the old ones stay good"
    )
    action.add_argument(
        "--retire",
        type=int,
        metavar="N",
        help="take the keys of this number out of use: their tickets open nothing any more",
    )
    action.add_argument(
        "--export", type=Path, metavar="FILE", help="write the keys for a device of the site: a secret"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Do what was asked, and tell which keys there are."""
    needs_site = arguments.renew or arguments.retire is not None or arguments.export
    if needs_site and not arguments.site:
        raise _refuse("--site", "the site that is meant", "none", "Name it with --site")
    with opened(arguments, writing=True) as connection:
        from kiosk.hub.paper_keys import provide_paper_keys, read_paper_keys, renew_press, retire_press

        if arguments.renew:
            renew_press(connection, arguments.site, now_ms())
        if arguments.retire is not None and not retire_press(
            connection, arguments.site, arguments.retire, now_ms()
        ):
            raise _refuse(
                str(arguments.retire), "the number of keys in use", "none", "See kiosk hub tickets keys"
            )
        if arguments.export:
            keys = provide_paper_keys(connection, arguments.site, now_ms())
        else:
            keys = read_paper_keys(connection, arguments.site)
    if arguments.export:
        return _export(keys, arguments.export, out)
    return _tell(keys, out)


def _export(keys: PaperKeys, path: Path, out: Output) -> int:
    from kiosk.seals.paper_keys import format_paper_keys
    from kiosk.seals.secret_file import write_secret

    try:
        write_secret(path, format_paper_keys(keys))
    except OSError as error:
        raise _refuse(
            str(path), "a file that can be written", error.strerror or str(error), "Choose another"
        ) from error
    record = {"file": str(path), "version": keys.version, "tickets": len(keys.tickets)}
    words = f"Wrote the keys to {path}. Whoever has the file can make tickets: delete it once the device has read it."
    out.answer(record, words)
    return 0


def _tell(keys: PaperKeys, out: Output) -> int:
    newest: dict[str, int] = {}
    for one in keys.tickets:
        newest.setdefault(one.site, one.key_id)
        makes = newest[one.site] == one.key_id
        words = f"{one.site}: keys {one.key_id}, {'make and check' if makes else 'check'} tickets"
        out.answer({"kind": "ticket", "site": one.site, "key_id": one.key_id, "makes": makes}, words)
    for kind, several_words, several in (
        ("voucher", "vouchers", keys.vouchers),
        ("pass", "passes", keys.passes),
    ):
        for other in several:
            out.answer({"kind": kind, "key_id": other.key_id}, f"{several_words}: key {other.key_id}")
    if not keys.version:
        out.note("There are no keys yet: they are made with the first ticket or the first device.")
    return 0


def _refuse(thing: str, expected: str, found: str, remedy: str) -> KioskError:
    return KioskError(
        "The keys of tickets were not changed",
        thing=thing,
        expected=expected,
        found=found,
        remedy=remedy,
        code="hub.ticket-keys-refused",
    )
