"""``kiosk pack list``: the packs on this device."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kiosk.app.commands.pack.said import answer_release
from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.packs.store import PackStore
    from kiosk.packs.tree import Release


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    del parser


def run(arguments: argparse.Namespace, out: Output) -> int:
    """List the releases, the shown ones marked."""
    from kiosk.packs.store import PackStore
    from kiosk.packs.tree import Release

    if not (arguments.data / "state.db").exists():
        out.note("No pack is installed.")
        return 0
    store = PackStore(arguments.data)
    try:
        releases = store.list_releases()
        withdrawn = _find_withdrawn(store)
    finally:
        store.close()
    for release in releases:
        key = Release(release.manifest.id, release.manifest.version)
        answer_release(release, out, withdrawn=key in withdrawn)
    if not releases:
        out.note("No pack is installed.")
    return 0


def _find_withdrawn(store: PackStore) -> frozenset[Release]:
    try:
        return frozenset(store.trust.find_withdrawn())
    except KioskError:
        return frozenset()  # `kiosk doctor` tells what is wrong with the list; what is here can still be seen
