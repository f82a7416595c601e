"""``kiosk pack inspect``: what is in a pack, after every check a device makes."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.app.commands.pack.opened import installed_aside
from kiosk.app.commands.pack.said import answer_release
from kiosk.app.output import Output


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "pack", type=Path, metavar="FILE", help="an .hpack file or a folder with a HERITAGE tree"
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Verify the pack and tell its sites and stops."""
    with installed_aside(arguments.pack) as (release, library):
        answer_release(release, out)
        for site in library.sites(release.manifest.fallback_language):
            cards = library.stop_cards(site.id, site.fallback_language)
            record = {
                "site": site.id,
                "name": site.name,
                "stops": [{"id": card.id, "number": card.number, "title": card.title} for card in cards],
            }
            lines = [f"{site.name} ({site.id}), {len(cards)} stops"]
            out.answer(record, "\n".join(lines + [f"  {card.number:>4}  {card.title}" for card in cards]))
    return 0
