"""``kiosk pack inspect``: what a stick or file offers this device, at a glance or after every check there is."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.commands.pack.opened import installed_aside
from kiosk.app.commands.pack.said import answer_release, format_megabytes
from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.model.pack_offer import Offer
    from kiosk.packs.offers import Found


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the subcommand takes."""
    parser.add_argument(
        "pack", type=Path, metavar="PLACE", help="a stick, a folder with a HERITAGE tree, or an .hpack file"
    )
    parser.add_argument(
        "--thorough",
        action="store_true",
        help="read every file, make every check a device makes, and list the stops; signatures do not matter",
    )
    parser.add_argument(
        "--learn",
        action="store_true",
        help="keep what it brings of newer signatures and withdrawals, as an install would",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Look; 1 where nothing can be installed here, or with --thorough where something is not whole."""
    if arguments.thorough:
        return _look_thoroughly(arguments.pack, out)
    from kiosk.app.staff.wire import format_look
    from kiosk.packs.offers import Looker

    with closing(Looker(arguments.data)) as looker:
        found = looker.look(arguments.pack)
        if arguments.learn:
            looker.learn(arguments.pack)
        free_bytes = looker.free_bytes()
    record = format_look(found.publisher, found.offers, free_bytes, found.problem)
    out.answer(record, "\n".join(_say(found)))
    return 0 if any(not offer.code for offer in found.offers) else 1


def _say(found: Found) -> list[str]:
    lines = []
    if found.publisher is not None:
        trusted = "trusted here" if found.publisher.trusted else "not trusted here"
        lines.append(f"{found.publisher.name or 'No name'}  {found.publisher.fingerprint}  {trusted}")
    for offer in found.offers:
        lines += _say_offer(offer)
    if found.problem is not None:
        lines.append(str(found.problem))
    return lines


def _say_offer(offer: Offer) -> list[str]:
    here = f", {offer.installed_version} is shown" if offer.installed_version else ""
    lines = [f"{offer.pack_id} {offer.version}  {offer.state}{here}"]
    if offer.size_bytes:
        sizes = f"{format_megabytes(offer.size_bytes)}, {format_megabytes(offer.new_bytes)} to copy"
        sites = ", ".join(offer.site_names)
        reviewed = f"reviewed {offer.reviewed_on}" if offer.reviewed_on else "not reviewed"
        parts = ", ".join((*offer.languages, *offer.parts))
        lines += [f"  {sites}  {offer.publisher}, {reviewed}", f"  {parts}  {sizes}"]
    return [*lines, f"  {offer.refusal}"] if offer.refusal else lines


def _look_thoroughly(pack: Path, out: Output) -> int:
    with installed_aside(pack) as (release, library):
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
