"""``kiosk guide suggest``: which stops to see next, each with its reason."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from kiosk.app.commands.guide.at_site import add_site_arguments, open_site, read_now
from kiosk.app.commands.guide.wishing import (
    add_wish_arguments,
    find_stop,
    open_guide,
    parse_minutes,
    read_moment,
)
from kiosk.app.output import Output
from kiosk.guide.moment import Moment
from kiosk.guide.relative_interest import find_relative_interest
from kiosk.guide.suggestion import Reason, Suggestion
from kiosk.guide.taste import Taste

if TYPE_CHECKING:
    from kiosk.model.content import Site
    from kiosk.packs.library import Library

MOST_AT_ONCE: Final = 20
_EPILOG = (
    "With --json each stop gives {id, title, floor, walk_m, reason, because}: walk_m is null where nobody measured the way;"
    " because is the id of the stop or tag that the reason names, else empty. Exits 1 where there is nothing to suggest."
)
_SAID: Final = {
    Reason.NEAREST: "the nearest",
    Reason.NEXT_IN_ORDER: "the next in the site's order",
    Reason.NOT_YET_SEEN: "not seen yet",
    Reason.NEXT_OF_TOUR: "the next of the tour",
    Reason.OFTEN_NEXT: "many go there from here",
    Reason.MUCH_VISITED: "many stop there",
    Reason.YOUR_INTEREST: "of interest: {}",
    Reason.BECAUSE_STAYED: "because they stayed with {}",
    Reason.MORE_LIKE: "more like {}",
    Reason.NEW: "new here",
    Reason.LESS_VISITED: "few have seen it",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the site, the visitor and what they showed to like."""
    parser.epilog = _EPILOG
    add_site_arguments(parser)
    add_wish_arguments(parser)
    parser.add_argument(
        "--minutes", type=parse_minutes, metavar="N", help="how long they have left, 0 to 600"
    )
    parser.add_argument("--more", metavar="STOP,...", default="", help="they asked for more like these")
    parser.add_argument("--less", metavar="STOP,...", default="", help="they asked for less like these")
    parser.add_argument(
        "--stayed",
        metavar="STOP=S,...",
        type=_parse_stays,
        default=(),
        help="how many seconds they stayed at stops",
    )
    parser.add_argument(
        "--count",
        metavar="N",
        type=_parse_count,
        default=3,
        help="so many at most, 1 to 20 (default: %(default)s)",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Tell each stop; 0 where there is one, else 1."""
    with open_site(arguments) as (library, site):
        now = read_now(arguments.now, site)
        moment = read_moment(arguments, library, site, now, arguments.minutes)
        moment = replace(moment, taste=_read_taste(arguments, library, site, moment))
        titles = {card.id: card.title for card in library.stop_cards(site.id, moment.language)}
        titles.update(library.tags(site.id, moment.language))
        suggested = open_guide(arguments.data, library, now).suggest(moment, arguments.count)
    for one in suggested:
        out.answer(_record(one), _words(one, titles))
    if not suggested:
        out.note(f"Nothing is left to see at {site.name}, or nothing else can be reached in time.")
    return 0 if suggested else 1


def _read_taste(arguments: argparse.Namespace, library: Library, site: Site, moment: Moment) -> Taste:
    cards = {card.id: card for card in library.stop_cards(site.id, moment.language)}
    stays_s = [(find_stop(library, site, word), seconds) for word, seconds in arguments.stayed]
    return Taste(
        more=_find_stops(library, site, arguments.more),
        less=_find_stops(library, site, arguments.less),
        stayed=find_relative_interest(cards.get, library.sums(site.id), stays_s),
    )


def _find_stops(library: Library, site: Site, words: str) -> tuple[str, ...]:
    return tuple(find_stop(library, site, word.strip()) for word in words.split(",") if word.strip())


def _record(one: Suggestion) -> dict[str, Any]:
    return {
        "id": one.stop.id,
        "title": one.stop.title,
        "floor": one.floor_id,
        "walk_m": None if one.walk_m is None else round(one.walk_m),
        "reason": str(one.reason),
        "because": one.because,
    }


def _words(one: Suggestion, titles: dict[str, str]) -> str:
    way = "" if one.walk_m is None else f" · about {round(one.walk_m, -1):.0f} m"
    because = titles.get(one.because, one.because)
    return f"{one.stop.number:>4} {one.stop.title}{way} · {_SAID[one.reason].format(because)}"


def _parse_count(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_AT_ONCE:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to {MOST_AT_ONCE}")


def _parse_stays(text: str) -> tuple[tuple[str, float], ...]:
    stays = []
    for part in text.split(","):
        stop, _, seconds = part.strip().rpartition("=")
        if not stop or not (seconds.isascii() and seconds.isdigit()) or len(seconds) > 6:
            raise argparse.ArgumentTypeError(f"{part!r} is no stay like STOP=90")
        stays.append((stop, float(seconds)))
    return tuple(stays)
