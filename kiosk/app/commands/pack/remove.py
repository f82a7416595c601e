"""``kiosk pack remove``: a version leaves this device."""

from __future__ import annotations

import argparse

from kiosk.app.commands.pack.said import format_megabytes
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("id", metavar="ID", help="the pack's id")
    parser.add_argument("version", type=int, metavar="VERSION", help="the version's number")


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Remove the version named and free its room."""
    from kiosk.packs.store import PackStore

    store = PackStore(arguments.data)
    try:
        freed_bytes = store.remove(arguments.id, arguments.version)
    finally:
        store.close()
    record = {
        "result": "removed",
        "pack": arguments.id,
        "version": arguments.version,
        "freed_bytes": freed_bytes,
    }
    out.answer(record, f"Removed {arguments.id} {arguments.version}: {format_megabytes(freed_bytes)} freed")
    return 0
