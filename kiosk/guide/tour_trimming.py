"""A tour made to fit to the minute: told in short or cut where it is too long, filled up where it is too short.

Rather in short than not at all, and what the visitor likes best keeps its depth: stops are shortened before any is
dropped, the least liked first; and a stop that would be left out is told in short where that fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from kiosk.guide.pace import Stay
from kiosk.guide.tour_stops import TourGround, TourStop
from kiosk.guide.tour_timing import add_up, find_late

SHORT_WORTH = 0.5
"""What a stop told in short is worth of the stop."""


def find_worth(stops: Sequence[TourStop], candidates: Sequence[TourStop]) -> float:
    """Return what a tour is worth to the visitor."""
    full = {stop.stop_id: stop.stay for stop in candidates}
    return sum(stop.gain * (1.0 if stop.stay == full[stop.stop_id] else SHORT_WORTH) for stop in stops)


def trim(at: TourGround, stops: Sequence[TourStop]) -> list[TourStop]:
    """Return the tour without what does not fit: first the least liked are told in short, then they are left out."""
    kept = list(stops)
    while (late := find_late(at, kept)) is not None:
        if _misses_its_hours(at, kept, late):
            del kept[late]
            continue
        least = min((stop for stop in kept if stop.short), key=lambda stop: stop.gain, default=None)
        if least is not None and least.short is not None:
            kept[kept.index(least)] = _tell_in(least, least.short)
        else:
            del kept[min(range(len(kept)), key=lambda number: _weigh(at, kept, number))]
    return kept


def fill_up(at: TourGround, stops: Sequence[TourStop], candidates: Sequence[TourStop]) -> list[TourStop]:
    """Return the tour with what still fits: stops told in full again, further stops, and last further ones in short."""
    filled = _lengthen(at, list(stops), {stop.stop_id: stop for stop in candidates})
    short = [_tell_in(stop, stop.short) for stop in candidates if stop.short is not None]
    for offers in (candidates, short):
        filled = _add(at, filled, offers)
    return filled


def put_into(at: TourGround, stops: Sequence[TourStop], stop: TourStop) -> Iterator[list[TourStop]]:
    """Yield the tour with one more stop, in each of its places, where that costs least first."""
    here = [at.start, *(one.stop_id for one in stops)]
    behind: list[str | None] = [*here[1:], None]

    def extra(place: int) -> float:
        before, after = here[place], behind[place]
        to_it = at.walk_min(before, stop.stop_id)
        if after is None:
            return to_it
        return to_it + at.walk_min(stop.stop_id, after) - at.walk_min(before, after)

    for place in sorted(range(len(here)), key=extra):
        yield [*stops[:place], stop, *stops[place:]]


def _keeps_order(at: TourGround, stops: Sequence[TourStop]) -> bool:
    """Tell whether the stops that were planned before come in the order in which they were."""
    ranks = [at.planned_rank[stop.stop_id] for stop in stops if stop.stop_id in at.planned_rank]
    return ranks == sorted(ranks)


def _misses_its_hours(at: TourGround, stops: Sequence[TourStop], late: int) -> bool:
    """Tell whether the stop would fit into the visitor's time, only not into its own hours."""
    always = replace(stops[late], opens_min=0.0, closes_min=inf)
    return find_late(at, [*stops[:late], always]) is None


def _tell_in(stop: TourStop, stay: Stay) -> TourStop:
    return replace(stop, stay=stay, short=None)


def _weigh(at: TourGround, stops: Sequence[TourStop], number: int) -> float:
    """Return what a stop is worth for the minutes that are saved without it."""
    with_it = add_up(at, stops).mean_min
    without = add_up(at, [*stops[:number], *stops[number + 1 :]]).mean_min
    return stops[number].gain / max(0.01, with_it - without)


def _lengthen(at: TourGround, stops: list[TourStop], full: dict[str, TourStop]) -> list[TourStop]:
    for stop in sorted(stops, key=lambda stop: -stop.gain):
        at_length = full[stop.stop_id]
        if stop.stay == at_length.stay:
            continue
        longer = [at_length if one is stop else one for one in stops]
        if find_late(at, longer) is None:
            stops = longer
    return stops


def _add(at: TourGround, stops: list[TourStop], offers: Sequence[TourStop]) -> list[TourStop]:
    there = {stop.stop_id for stop in stops}
    for offer in sorted(offers, key=lambda stop: -stop.gain / (stop.stay.mean_min + 1.0)):
        if offer.stop_id in there:
            continue
        left = at.budget_min - add_up(at, stops).mean_min
        if offer.stay.mean_min > left:
            continue
        in_order = (longer for longer in put_into(at, stops, offer) if _keeps_order(at, longer))
        for tried, longer in enumerate(in_order):
            if find_late(at, longer) is None:
                stops = longer
                there.add(offer.stop_id)
                break
            if offer.closes_min == inf and offer.opens_min == 0.0 and tried:
                break  # where it goes in for least it does not fit, and it has no hours to be moved to
    return stops
