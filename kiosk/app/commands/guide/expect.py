"""``kiosk guide expect``: what 20, 40, 60 and 90 minutes hold at a site, and what is closed."""

from __future__ import annotations

import argparse

from kiosk.app.commands.guide.at_site import add_site_arguments, open_site, read_now
from kiosk.app.commands.guide.plan_told import count_stops, make_record
from kiosk.app.commands.guide.wishing import add_wish_arguments, open_guide, parse_minutes, read_moment
from kiosk.app.output import Output
from kiosk.guide.expect import SPANS_MIN
from kiosk.guide.plan import Expectation

MOST_SPANS = 12
_EPILOG = (
    "With --json each span gives {span_min, stops: [few, many], measured, plan}, plan as kiosk guide plan prints it: nine"
    " visits in ten see few to many stops; measured where it comes from visits here, not from the lengths of texts. Exits 1"
    " where no span holds a stop."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the site, the visitor and the spans."""
    parser.epilog = _EPILOG
    add_site_arguments(parser)
    parser.add_argument(
        "--spans",
        type=_parse_spans,
        metavar="N,...",
        default=SPANS_MIN,
        help=f"minutes (default: {','.join(map(str, SPANS_MIN))})",
    )
    add_wish_arguments(parser)


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Tell each span; 0 where one holds a stop, else 1."""
    with open_site(arguments) as (library, site):
        now = read_now(arguments.now, site)
        moment = read_moment(arguments, library, site, now, None)
        guide = open_guide(arguments.data, library, now)
        guide.prepare(moment)
        told = guide.expect(moment, arguments.spans)
        cards = {card.id: card for card in library.stop_cards(site.id, moment.language)}
        closed = [cards[stop_id].title for stop_id in sorted(guide.closed_stops(moment))]
    for one in told:
        record = {
            "span_min": one.minutes,
            "stops": list(one.stops),
            "measured": one.measured,
            "plan": make_record(one.plan),
        }
        out.answer(record, _tell(one))
    if closed:
        out.note(f"Closed: {', '.join(closed)}")
    return 0 if any(one.plan.stops for one in told) else 1


def _tell(one: Expectation) -> str:
    if not one.plan.stops:
        return f"{one.minutes} min: no stop fits"
    few, many = one.stops
    count = count_stops(few) if few == many else f"{few} to {many} stops"
    quick, _, slow = one.plan.minutes
    far = "" if one.plan.walk_m is None else f", about {round(one.plan.walk_m, -1):.0f} m on foot"
    basis = "from visits here" if one.measured else "reckoned from the texts"
    return f"{one.minutes} min: {count}; a tour of {len(one.plan.stops)} in {quick:.0f} to {slow:.0f} min{far} ({basis})"


def _parse_spans(text: str) -> tuple[int, ...]:
    spans = tuple(parse_minutes(word.strip()) for word in text.split(","))
    if len(spans) > MOST_SPANS:
        raise argparse.ArgumentTypeError(f"more than {MOST_SPANS} spans")
    return spans
