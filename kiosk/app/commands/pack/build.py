"""``kiosk pack build``: a source becomes one ``.hpack`` file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.commands.pack.progress_line import show_progress_line
from kiosk.app.commands.pack.said import answer_findings, format_megabytes, show_progress
from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.packs.build import BuildReport
    from kiosk.packs.pack_source import PackSource


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
    """Build the pack; nothing is built of a source that has errors, and all of them are told together."""
    from kiosk.packs.findings import PackSourceError, Severity

    try:
        source, report = _build(arguments, out)
    except PackSourceError as error:
        answer_findings(error.findings, out)
        raise error.summed_up() from error
    if not out.as_json:
        answer_findings([one for one in report.warnings if one.severity is not Severity.NOTE], out)
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


def _build(arguments: argparse.Namespace, out: Output) -> tuple[PackSource, BuildReport]:
    from kiosk.app.settings import default_data_folder
    from kiosk.authoring.check import check_source
    from kiosk.packs.build import build_pack
    from kiosk.recognition.maker import SIGNATURES

    # The build decodes every medium itself, so the check before it need not.
    with show_progress_line(out) as on_progress:
        report = check_source(arguments.folder, arguments.version, on_progress, decoding=False)
    source = report.get_source()
    cache_folder = arguments.cache or default_data_folder() / "media-cache"
    with show_progress_line(out, show_progress(out)) as on_progress:
        return source, build_pack(
            source, arguments.out, on_progress, cache_folder=cache_folder, signatures=SIGNATURES
        )
