"""When a visitor arrives where on a tour, and whether it fits into their time and into the hours of its stops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

from kiosk.guide.pace import NINETY, Total
from kiosk.guide.plan import LeftOut, Plan, PlannedStop
from kiosk.guide.tour_stops import TourGround, TourStop


def add_up(at: TourGround, stops: Sequence[TourStop]) -> Total:
    """Return the time for stops in this order."""
    total, here = Total(), at.start
    for stop in stops:
        total, here = total.add(stop.stay, at.walk_min(here, stop.stop_id)), stop.stop_id
    return total


def find_late(at: TourGround, stops: Sequence[TourStop]) -> int | None:
    """Return the number of the first stop that does not fit; None where all do.

    Nine in ten visitors have left each stop before it closes, and the last one within their minutes. Nobody who is as
    quick as most comes to a stop before it opens.
    """
    total, here = Total(), at.start
    for number, stop in enumerate(stops):
        walk_min = at.walk_min(here, stop.stop_id)
        if total.mean_min + walk_min < stop.opens_min:
            return number
        total, here = total.add(stop.stay, walk_min), stop.stop_id
        if total.at(NINETY) > min(stop.closes_min, at.budget_min):
            return number
    return None


def tell(at: TourGround, stops: Sequence[TourStop], left_out: Mapping[str, LeftOut]) -> Plan:
    """Return a tour as pages show it."""
    planned: list[PlannedStop] = []
    total, here, metres, known = Total(), at.start, 0.0, at.walking.is_measured
    for stop in stops:
        walk_min = at.walk_min(here, stop.stop_id)
        arrive_min = total.mean_min + walk_min
        legs = at.walking.legs(here, stop.stop_id)
        planned.append(
            PlannedStop(stop.stop_id, stop.stay.depth, walk_min, stop.stay.mean_min, arrive_min, legs)
        )
        known = known and at.walking.knows(here, stop.stop_id)
        metres += at.walking.metres(here, stop.stop_id)
        total, here = total.add(stop.stay, walk_min), stop.stop_id
    minutes = (total.at(-NINETY), total.mean_min, total.at(NINETY))
    return Plan(tuple(planned), minutes, metres if known and metres < inf else None, tuple(left_out.items()))
