"""``kiosk guide plan``: a tour that fits into a visitor's time, or how long a ready-made one takes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from kiosk.app.commands.guide.at_site import add_site_arguments, open_site, read_now
from kiosk.app.commands.guide.plan_told import make_record, tell_plan
from kiosk.app.commands.guide.wishing import add_wish_arguments, open_guide, parse_minutes, read_moment
from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.model.content import Site
    from kiosk.packs.library import Library

_EPILOG = (
    "With --json: {minutes: [quick, usual, slow], walk_m, stops: [{id, depth, walk_min, stay_min, arrive_min, ways}],"
    " left_out: [{id, why}]}. Nine visitors in ten are through by the last of the minutes. Exits 1 where no stop fits."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the site, the visitor and their time."""
    parser.epilog = _EPILOG
    add_site_arguments(parser)
    parser.add_argument(
        "--minutes",
        type=parse_minutes,
        metavar="N",
        help="how long they have, 0 to 600 (default: as long as they like)",
    )
    parser.add_argument(
        "--tour", metavar="ID", help="how long this ready-made tour takes, instead of making one"
    )
    add_wish_arguments(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Tell the tour; 0 where it has a stop, else 1."""
    with open_site(arguments) as (library, site):
        now = read_now(arguments.now, site)
        moment = read_moment(arguments, library, site, now, arguments.minutes)
        guide = open_guide(arguments.data, library, now)
        guide.prepare(moment)
        if arguments.tour:
            plan = guide.reckon(moment, _find_tour(library, site, arguments.tour))
        else:
            plan = guide.plan(moment)
        cards = {card.id: card for card in library.stop_cards(site.id, moment.language)}
    out.answer(make_record(plan), "\n".join(tell_plan(plan, cards, now)))
    return 0 if plan.stops else 1


def _find_tour(library: Library, site: Site, tour_id: str) -> tuple[str, ...]:
    tours = {tour.id: tour.stop_ids for tour in library.tours(site.id, site.fallback_language)}
    if tour_id in tours:
        return tours[tour_id]
    raise KioskError(
        "The tour was not found",
        thing=tour_id,
        expected=f"a tour of {site.id}: {', '.join(tours) or 'it has none'}",
        remedy="choose among these",
        code="app.no-such-tour",
    )
