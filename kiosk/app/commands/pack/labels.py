"""``kiosk pack labels``: the stops' codes to print."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.commands.pack.opened import opened_pack
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "pack", metavar="PACK", help="an .hpack file, a pack's source folder, or an installed pack's id"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.pdf", help="the file to write")


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Write the sheet; every code on it has been read back."""
    from kiosk.authoring.label_sheet import write_label_sheet
    from kiosk.authoring.labels import collect_labels

    with opened_pack(arguments.pack, arguments.data) as (pack_id, library):
        sites = [site for site in library.sites("") if site.pack_id == pack_id]
        labels = [label for site in sites for label in collect_labels(library, site.id)]
    sheet = write_label_sheet(labels, arguments.out)
    record = {
        "file": str(arguments.out),
        "labels": len(labels),
        "pages": sheet.pages,
        "module_mm": sheet.module_mm,
        "codes_read_back": sheet.codes_read_back,
    }
    words = f"Wrote {len(labels)} labels on {sheet.pages} pages to {arguments.out}; each code was read back"
    out.answer(record, f"{words}. One module is {sheet.module_mm:.2f} mm.")
    return 0
