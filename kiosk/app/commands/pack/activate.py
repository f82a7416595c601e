"""``kiosk pack activate``: visitors see another version that is here."""

from __future__ import annotations

import argparse

from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("id", metavar="ID", help="the pack's id")
    parser.add_argument("version", type=int, metavar="VERSION", help="the version's number")


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Show the version named."""
    from kiosk.packs.store import PackStore

    store = PackStore(arguments.data)
    try:
        store.activate(arguments.id, arguments.version)
    finally:
        store.close()
    record = {"result": "activated", "pack": arguments.id, "version": arguments.version}
    out.answer(record, f"Visitors now see {arguments.id} {arguments.version}")
    return 0
