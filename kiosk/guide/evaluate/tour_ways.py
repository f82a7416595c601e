"""Tours to compare with real visits: the guide's own, and those that go where a plain way says next.

Both are asked alike, in two manners: for the minutes of the visit, as visitors ask, or for as many stops as it had. The time is
reckoned alike for both, as the guide reckons it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from math import ceil
from typing import Final

from kiosk.guide.evaluate.rankers import Ranker
from kiosk.guide.moment import Moment
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.tour import make_plan, reckon
from kiosk.guide.tour_stops import TourGround, TourStop
from kiosk.guide.tour_timing import find_late
from kiosk.guide.wishes import LEAST_MINUTES, MOST_MINUTES, Wishes

TourMaker = Callable[[str, int], Sequence[str]]
"""Returns a tour from a stop on, for so many minutes, or of so many stops with the first; fewer where it finds no more."""

# So many visits say well enough how long those of so many stops take.
_MOST_RECKONED: Final = 1_000
_MORE_MINUTES: Final = 1.15


def find_minutes(ground: SiteGround, stops: Sequence[str]) -> int:
    """Return the minutes in which nine in ten are through with these stops in this order, within what can be asked for."""
    first, *others = stops
    minutes = ceil(reckon(ground, _begin(first, MOST_MINUTES), others).minutes[2])
    return min(MOST_MINUTES, max(LEAST_MINUTES, minutes))


def make_planner(ground: SiteGround) -> TourMaker:
    """Return what plans a tour for some minutes, as the device does."""

    @cache
    def plan(start: str, minutes: int) -> list[str]:
        return [start, *(stop.stop_id for stop in make_plan(ground, _begin(start, minutes)).stops)]

    return plan


def make_counting_planner(
    ground: SiteGround, planner: TourMaker, learnt: Sequence[Sequence[str]]
) -> TourMaker:
    """Return what plans as the device does, for the minutes in which three in four visits of so many stops are through.

    Of what is planned those of most worth for their time are kept: tours of exactly so many stops are filled with what is
    short and on the way. Where too few are planned there are more minutes. ``learnt`` are the stops of visits to learn from,
    never of those that are tried.
    """
    enough = _find_enough_minutes(ground, learnt[:_MOST_RECKONED])

    def make(start: str, count: int) -> Sequence[str]:
        known = min(enough, key=lambda stops: abs(stops - count), default=0)
        minutes = enough.get(known, LEAST_MINUTES)
        while len(made := planner(start, minutes)) < count and minutes < MOST_MINUTES:
            minutes = min(MOST_MINUTES, ceil(minutes * _MORE_MINUTES))
        worth = {
            stop.stop_id: stop.gain / stop.stay.mean_min for stop in _find_offers(ground, start, minutes)[1]
        }
        kept = sorted(made[1:], key=lambda stop: -worth[stop])[: count - 1]
        return [start, *(stop for stop in made if stop in kept)]

    return make


def make_walker(rank: Ranker, ground: SiteGround) -> TourMaker:
    """Return what goes where ``rank`` says next that still fits, again and again, until nothing does."""
    stops = len(ground.cards)

    def make(start: str, minutes: int) -> Sequence[str]:
        at, found = _find_offers(ground, start, minutes)
        offers, made = {stop.stop_id: stop for stop in found}, list[TourStop]()
        while True:
            past = [(start, 0.0), *((stop.stop_id, 0.0) for stop in made)]
            longer = ([*made, offers[one]] for one in rank(past, stops) if one in offers)
            fitting = next((tour for tour in longer if find_late(at, tour) is None), None)
            if fitting is None:
                return [one for one, _ in past]
            made = fitting

    return make


def make_counting_walker(rank: Ranker) -> TourMaker:
    """Return what goes where ``rank`` says next, again and again."""

    def make(start: str, count: int) -> Sequence[str]:
        made = [start]
        while len(made) < count and (following := rank([(stop, 0.0) for stop in made], 1)):
            made += following
        return made

    return make


def _begin(start: str, minutes: int) -> Moment:
    return Moment("", "", start, (start,), wishes=Wishes(minutes=minutes))


def _find_offers(ground: SiteGround, start: str, minutes: int) -> tuple[TourGround, list[TourStop]]:
    at = TourGround(ground, _begin(start, minutes))
    return at, at.sort_out()[0]


def _find_enough_minutes(ground: SiteGround, learnt: Sequence[Sequence[str]]) -> dict[int, int]:
    """Return by number of stops in how many minutes three in four visits are through, as the guide reckons them."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for stops in learnt:
        found[len(stops)].append(find_minutes(ground, stops))
    return {count: sorted(minutes)[len(minutes) * 3 // 4] for count, minutes in found.items()}
