"""``kiosk pack install``: packs come onto this device."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.commands.pack.progress_line import show_progress_line
from kiosk.app.commands.pack.progress_told import tell_progress, with_bytes
from kiosk.app.commands.pack.said import format_megabytes, show_progress
from kiosk.app.data_folder import make_data_folder
from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.packs.part_choice import PartChoice
    from kiosk.packs.store import InstallOutcome, PackStore

ALL = "all"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "pack", type=Path, metavar="FILE", help="an .hpack file or a folder with a HERITAGE tree, say a stick"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--pack", metavar="ID", dest="pack_id", default="", help="which pack, of several")
    which.add_argument("--all", action="store_true", help="every pack there, one after another")
    parser.add_argument(
        "--languages",
        type=_split,
        metavar="TAGS",
        help="only these languages and the fall-back, say en,hi; 'all' for all of them again; remembered",
    )
    parser.add_argument(
        "--without",
        type=_split,
        metavar="PARTS",
        help="leave these languages or other parts out, say video,ta; '' for none; remembered",
    )
    parser.add_argument(
        "--progress", action="store_true", help="print how far it is as JSON, for a program that watches"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Install and show; 1 where anything was refused."""
    from kiosk.packs.store import PackStore

    make_data_folder(arguments.data)
    packs = _list_packs(arguments.pack) if arguments.all else [arguments.pack_id]
    store = PackStore(arguments.data)
    try:
        return max(_answer(_install(store, pack_id, arguments, out), out) for pack_id in packs)
    finally:
        store.close()


def _install(store: PackStore, pack_id: str, arguments: argparse.Namespace, out: Output) -> InstallOutcome:
    def choose(before: PartChoice) -> PartChoice:
        choice = before
        if arguments.languages is not None:
            wanted = None if arguments.languages == (ALL,) else arguments.languages
            choice = replace(choice, languages=wanted)
        return choice if arguments.without is None else replace(choice, without=arguments.without)

    chosen = choose if (arguments.languages, arguments.without) != (None, None) else None
    if arguments.progress:
        return store.install(arguments.pack, tell_progress(out), pack_id=pack_id, choose=chosen)
    plainly = show_progress(out)
    with show_progress_line(out, plainly) as listener:
        on_progress = listener if listener is plainly else with_bytes(listener)
        return store.install(arguments.pack, on_progress, pack_id=pack_id, choose=chosen)


def _answer(outcome: InstallOutcome, out: Output) -> int:
    from kiosk.packs.store import INSTALLED

    record = {
        "result": outcome.result,
        "pack": outcome.pack,
        "version": outcome.version,
        "code": outcome.code,
        "copied_bytes": outcome.copied_bytes,
        "reused_bytes": outcome.reused_bytes,
    }
    if outcome.error is not None:
        out.answer({**record, "error": outcome.error.as_dict()}, str(outcome.error))
        return 1
    done = "Installed" if outcome.result == INSTALLED else "Nothing new in"
    copied = f"{format_megabytes(outcome.copied_bytes)} copied, {format_megabytes(outcome.reused_bytes)} already here"
    out.answer(record, f"{done} {outcome.pack} {outcome.version}: {copied}")
    return 0


def _list_packs(source: Path) -> list[str]:
    """Return the ids of the packs a source offers; "" where it offers none, for the install to say so in words."""
    from kiosk.packs.install import open_source

    try:
        tree = open_source(source)
    except KioskError:
        return [""]
    try:
        return sorted({release.pack_id for release in tree.releases()}) or [""]
    finally:
        tree.close()


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for name in (part.strip() for part in names.split(",")) if name)
