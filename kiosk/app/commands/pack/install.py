"""``kiosk pack install``: a pack comes onto this device."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.commands.pack.said import format_megabytes, show_progress
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "pack", type=Path, metavar="FILE", help="an .hpack file or a folder with a HERITAGE tree"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Install the pack and show it; 1 where it was refused."""
    from kiosk.packs.store import INSTALLED, PackStore

    arguments.data.mkdir(parents=True, exist_ok=True)
    store = PackStore(arguments.data)
    try:
        outcome = store.install(arguments.pack, show_progress(out))
    finally:
        store.close()
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
