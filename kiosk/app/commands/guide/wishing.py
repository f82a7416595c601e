"""What a visitor wishes, as options of a command: the three questions of the guide's own pages, and what was seen."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from kiosk.guide.moment import Moment
from kiosk.guide.wishes import MOST_MINUTES, Company, Pace, Wishes
from kiosk.model.content import Depth, Site
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from kiosk.guide.guide import Guide
    from kiosk.packs.library import Library

DEPTHS: Final = (Depth.GLANCE, Depth.STORY, Depth.DEEP, Depth.CHILDREN, Depth.DESCRIBED)


def add_wish_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare who comes, what draws them, how they go, where they are and what they saw."""
    parser.add_argument(
        "--interests", metavar="TAG,...", default="", help="tags of the site that draw the visitor"
    )
    parser.add_argument(
        "--depth", choices=[str(depth) for depth in DEPTHS], default="story", help="how much is told"
    )
    parser.add_argument(
        "--pace", choices=[str(pace) for pace in Pace], default="usual", help="how they go and look"
    )
    parser.add_argument("--company", choices=[str(one) for one in Company], help="who is with them")
    parser.add_argument("--step-free", action="store_true", help="no stairs")
    parser.add_argument("--here", metavar="STOP", default="", help="where they are: id or number of a stop")
    parser.add_argument(
        "--seen", metavar="STOP,...", default="", help="what they saw: ids or numbers of stops"
    )


def read_moment(
    arguments: argparse.Namespace, library: Library, site: Site, now: datetime | None, minutes: int | None
) -> Moment:
    """Return the moment that the options describe.

    Raises:
        KioskError: ``app.no-such-tag``, ``app.no-such-stop``.
    """
    language = arguments.lang or site.fallback_language
    here = find_stop(library, site, arguments.here) if arguments.here else ""
    seen = [find_stop(library, site, word) for word in _split(arguments.seen)]
    wishes = Wishes(
        company=Company(arguments.company) if arguments.company else None,
        interests=_find_tags(arguments.interests, library.tags(site.id, language), site),
        minutes=minutes,
        depth=Depth(arguments.depth),
        pace=Pace(arguments.pace),
        step_free=arguments.step_free,
    )
    all_seen = tuple(dict.fromkeys([*seen, here] if here else seen))
    return Moment(site.id, language, here=here, seen=all_seen, wishes=wishes, now=now)


def open_guide(data: Path, library: Library, now: datetime | None) -> Guide:
    """Return the guide over a content, with what staff closed on this device."""
    from kiosk.app.staff.closings import ClosureFile
    from kiosk.guide.closures import find_closed
    from kiosk.guide.guide import Guide

    closures = ClosureFile(data).read()
    return Guide(library, lambda site_id: find_closed(closures, site_id, now.date() if now else None))


def find_stop(library: Library, site: Site, word: str) -> str:
    """Return the id of the stop that a word names: its id, or its number.

    Raises:
        KioskError: ``app.no-such-stop`` where no stop of the site, or more than one, is meant.
    """
    ids = {card.id for card in library.stop_cards(site.id, site.fallback_language)}
    for stop_id in (word, f"{site.id}/{word}"):
        if stop_id in ids:
            return stop_id
    found = library.find_by_number(site.id, word)
    if len(found) == 1:
        return found[0]
    raise KioskError(
        "The stop was not found",
        thing=word,
        expected=f"id or number of a stop of {site.id}",
        found="several stops with this number" if found else "none",
        remedy="see the ids with kiosk pack inspect",
        code="app.no-such-stop",
    )


def parse_minutes(text: str) -> int:
    """Return a number of minutes, 0 to 600."""
    if text.isascii() and text.isdigit() and int(text[:9]) <= MOST_MINUTES:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of minutes up to {MOST_MINUTES}")


def _find_tags(words: str, tags: dict[str, str], site: Site) -> frozenset[str]:
    asked = frozenset(_split(words))
    if unknown := sorted(asked - set(tags)):
        raise KioskError(
            "The tag was not found",
            thing=", ".join(unknown),
            expected=f"tags of {site.id}: {', '.join(sorted(tags)) or 'it has none'}",
            remedy="choose among these",
            code="app.no-such-tag",
        )
    return asked


def _split(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]
