"""``kiosk pack build``: a source becomes one ``.hpack`` file."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.commands.pack.said import format_megabytes, show_progress
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the pack's source")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.hpack", help="the file to write")
    parser.add_argument(
        "--version", type=int, metavar="N", help="the version to give it, instead of the source's"
    )
    parser.add_argument(
        "--cache",
        type=Path,
        metavar="DIR",
        help="where finished pictures and recordings are kept for the next build; by default media-cache in the data folder",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Build the pack; faults of the source are raised together."""
    from kiosk.app.settings import default_data_folder
    from kiosk.authoring.any_source import read_any_source
    from kiosk.packs.build import build_pack

    source = read_any_source(arguments.folder, arguments.version)
    for warning in source.warnings:
        out.note(f"note: {warning.format()}")
    cache_folder = arguments.cache or default_data_folder() / "media-cache"
    report = build_pack(source, arguments.out, show_progress(out), cache_folder=cache_folder)
    for warning in report.warnings[len(source.warnings) :]:
        out.note(f"note: {warning.format()}")
    manifest = report.manifest
    record = {
        "result": "built",
        "pack": manifest.id,
        "version": manifest.version,
        "file": str(report.path),
        "bytes": report.size_bytes,
        "stops": len(source.stops),
        "warnings": [warning.format() for warning in report.warnings],
    }
    out.answer(
        record,
        f"Built {manifest.id} {manifest.version}: {report.path}, {format_megabytes(report.size_bytes)}",
    )
    return 0
