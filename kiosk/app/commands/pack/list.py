"""``kiosk pack list``: the packs on this device."""

from __future__ import annotations

import argparse

from kiosk.app.commands.pack.said import answer_release
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    del parser


def run(arguments: argparse.Namespace, out: Output) -> int:
    """List the releases, the shown ones marked."""
    from kiosk.packs.store import PackStore

    if not (arguments.data / "state.db").exists():
        out.note("No pack is installed.")
        return 0
    store = PackStore(arguments.data)
    try:
        releases = store.list_releases()
    finally:
        store.close()
    for release in releases:
        answer_release(release, out)
    if not releases:
        out.note("No pack is installed.")
    return 0
