"""``kiosk pack scrub``: everything installed is read again, and what has rotted is named and fetched anew."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.commands.pack.progress_line import show_progress_line
from kiosk.app.commands.pack.progress_told import tell_progress, with_bytes
from kiosk.app.commands.pack.said import format_megabytes, show_progress
from kiosk.app.data_folder import make_data_folder
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "--from",
        type=Path,
        dest="source",
        metavar="FILE",
        help="an .hpack file or a folder with a HERITAGE tree that damaged files are fetched from",
    )
    parser.add_argument(
        "--progress", action="store_true", help="print how far it is as JSON, for a program that watches"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Read all installed files; 1 where some are damaged and could not be fetched."""
    from kiosk.packs.store import PackStore

    make_data_folder(arguments.data)
    store = PackStore(arguments.data)
    plainly = tell_progress(out) if arguments.progress else show_progress(out)
    try:
        with show_progress_line(out, plainly) as listener:
            on_progress = plainly if arguments.progress or listener is plainly else with_bytes(listener)
            report = store.scrub(arguments.source, on_progress)
    finally:
        store.close()
    left = [one for one in report.rotten if not one.mended]
    record = {
        "result": "damaged" if left else "mended" if report.rotten else "whole",
        "checked_files": report.checked_files,
        "checked_bytes": report.checked_bytes,
        "rotten": [
            {
                "sha256": one.sha256,
                "bytes": one.size_bytes,
                "needed_by": list(one.needed_by),
                "mended": one.mended,
            }
            for one in report.rotten
        ],
    }
    lines = [f"{report.checked_files} files, {format_megabytes(report.checked_bytes)}, read again"]
    lines += [
        f"  {one.sha256[:12]}...  {'fetched again' if one.mended else 'DAMAGED'}  {'; '.join(one.needed_by)}"
        for one in report.rotten
    ]
    if left:
        lines.append("Plug in the stick the pack came from, and: kiosk pack scrub --from FILE")
    elif not report.rotten:
        lines.append("All of them are whole.")
    out.answer(record, "\n".join(lines))
    return 1 if left else 0
